/**
 * Words of titles: the commoner words in the titles of some 6,900 published ITU-T texts (relaton-data-itu), with words of the
 * security vocabulary of recent years and common nouns added. Plurals in -s and long words with the endings below are recognised by rule and left out.
 */
const WORDS = `
abstract abuse academic access accident account accuracy acoustic acronyms across action active activities actor
actuator adapter add additional address adsl advanced adversary advice aerial against agenda agent agile aging
agnostic agriculture air airborne airport aitom alert algorithm altitude ambient among amplified amplifier analogue
analyser analysis analytics anchor and animal annex annexes anomaly ansi antenna anti any api apnoea apparatus
appendices appendix applet approach approaches approval approved aquaculture arc architectural architecture archive
are area army array article artifact artworks asn ason aspects assembly assess asset assigned assistant assisted
asymmetric atm atna attack attacker attribute audio audiovisual audit augmented authorities auto automatic autonomic
autonomy avatar award aware axis back backbone backhaul backup badge balance band bandwidth bank barring base based
baseline basic basis battery beacon beam bearer behavior behaviour benchmark bending benefit ber best between beyond
bicc bidirectional big bill binary binding biometric bit bitstream ble block blockchain blood bluetooth board body
bonding boot border botnet boundary box boxes brain breach bridge brief broadband broadcast broker brokerage browser
budget buffer bug bulk bus busy button cabinet cable cablelabs cabling cache calendar call calling cameras campaign
campus canceller cap capabilities capable carbon card cardiovascular care cargo carriage carrier cas case cash cat
catalogue cause cdg cdma cell cellular center central centre centric cer certificate certified cgoe chain chamber
change channel chapter character characteristics charger chart chatbot check checklist child chip choice cinema
cipher circuit circular cities citizen city civil civilian claim class classes clause clean clear client climate
clinic clock close closed closures cloud cluster coarse coast coaxial code codec coded codepoints coder coding coin
cold college colour column combat combined command comment commerce committee common communities companion company
comparison compass compensators complex component compromise computational computer concept concern conditional
conduct conducted conductors conflict connect connected connectors consensus consent console constraint consumer
container content contest context continua contract contrast control controlled converged conversational cooling
copper cops copy copyright corba core corporate corrigendum cost council counter counterfeit countermeasures
countries country course court covid credit crime criteria cross crowd crypto cryptographic csc cultural culture
currency current curve custody customer cut cyber cyberattack cycle daily damage danger dapp dark dashboard data
dataset date dcme deadline deal debit decade december decoy deep deepfake default defence defense defined degree
delay delivered delivery demand denial dense density dependency dependent deposit depth descriptor design desktop
detail determine deterministic device devops diagnostic dialogue diameter different digital dimensional diploma
direct directional directory disaster discharge disclosure discovery disease disk display dispute distinguished
distributed dlt docsis domain door dose download downstream draft drive driven driver driving drm drone drop drug
dsl dual duct due duplex during dwdm dynamic ears earth earthquake echo eci ecn economy ecosystem edge edition
editor effect efficiency efficient effort electric electrocardiograph electromagnetic electronic element elite
embedded emc emergency emf employee ems enable enabled encrypted end ended endpoint enemy energy engine enhance
enhanced enterprise entities entity entropy entry environmental eot error escrow estate estimate estimator ethernet
ethics etom ets evasion event evolved example exchange excited exercise exit expected expert expiratory explicit
exploit export exposed exposure extended external extra extract eye fabric face facial facilities facsimile factor
factory failure faith false family farm farming fashion fast fault fear feature federal feedback feeding fext fhir
fiber fibre field fifth file film filter finance fine finger fingerprint fire firewall firm first fit fitness fixed
fleet flight flood floor flow focus food footprint for force forecast foreign forensic forest forgery form formal
format forum fourth frame framer framework framing fraud free freight frequency from fronthaul fttx fuel full
fullband functional functionalities fund fundamental fusion future gait gallery game gaming gap garden gas gate
gateway gbase gbit gender gene general generator generic gesture gfp ghz gift gigabit ginga glass global glucose
goal goods gpon grade grain graph graphics green greenhouse grid ground group growth gsm guarantee guard guest guide
guideline hand handbook handover handset handshake harm harmful hash hazard hdata hdr hdtv head headphone headset
health healthcare heart heat height held help heritage hevc hidden hierarchy high higher hinoc history hold holder
home honey honeypot hospital host hotel hour house household how hrn hub human hybrid hygiene icn ics ict idea
identified identifier idl iec ieee ieps iii ile illegal illness image imaging impact implant import improved impulse
ims imt incident include income increase independent index indicator indoor industry infrastructure injury inner
input inquiry inside insider insight installed instant institute instrumental intelligent intent inter interchange
interest interface internal international internet interval into intra inventory invoice iot ipcablecom iptv ipv
iris isdn island iso issue isup item its itu jitter job joint journal journey jpeg jpip json kbit kernel key
keyboard khz kids kit kitchen knowledge label laboratory lake lan land landscape lane language large laser latency
lattice launch law lawful layer layout leader leakage lease ledger legacy legal length letter level library licence
license life lifecycle lift light lightweight like limit line linear link linkage liquid list literacy live living
load loan lobby local located locator lock log logging long loss lossless lottery low lte lunar mac machine magnetic
mail main major maker making malware managed manager mandate manual map mapping marine marker market markup masking
mass master match matter maximum mcc meal mean measure mechanism media medical medicine medium meetings member
memory mental menu merchant mesh message metadata metal metallic metaverse meter method methodologies metric metro
mgfast mib micro microduct microphone microservices military minimize minimum mining minor minute mirror mission
misuse mobile mode model modem modern modular module moment money monitor mos motion motor mouse moving mpeg mpls
msc mta mtnm multi multicast multichannel multimedia multimodal multimode multiparty multiple multiplexers
multipoint museum music mutual mvc naas name naming narrow narrowband nat nation national native nature naval ncl
need neighbour nested net network neural neutral new next ngn ngne nice nnai nni node noise non normal north notary
note notice novel nuclear number oam object ocean octet oer off offer office officer offline omci one onem online
only onu open openid operational operator opinion optic optical option oracle order organ oriented origin orthogonal
osi other otn ott otu out outage outcome outdoor output outside over overall overcurrent overlay overview
overvoltage owner ownership oxide oximeter package packed packet page paging pair pan panel paper parallel parameter
parametric parcel parent parking part partial particle particular partner party passenger passive passkey passport
password passwordless patch path patient pattern pause payload payment pcd pcm peace peak peer people per perceptual
period permissioned permit persistent person personal personnel phase phone photo phrase phy pics picture pii pilot
pipeline pitch pixel pixit place plan plane plant plastic platform play player plc plex plug plus pmd point poles
police policies policy poll pon pool port portal portfolio post power powered practice pre premise prepared press
pressure price primary principle print prison privacy private privilege prize probe problem procedural procedure
process processes product profile profit proforma program programme progress project proof property proposal protect
protected protocol prototype provided provider province provisional proxy pstn public pulse purchase pure purpose
put qoe qos quality quantum query questionnaires queue quota race radar radio radiofrequency rail railway ran random
range rank rapid rare rate rating ratio rationale raw rcp reach reader reading real reality reason rec receipt
received receiver record recovery red reduced reform regime region regional register regular regulatory related
relay relayed release relevant relics relief remedy remote removal rent repair repeaterless replay reply reported
repository request rescue research reserve resilient resistant resource response rest result retail retrieval return
reuse revenue review revised reward ride right ring ringing risk road roadmap roadside roaming robot robotic rof
role room root route router routine routing rtcp rtp rule runtime rural safe safety sale sample sandbox satellite
saving scale scam scenario schedule scheduled schema scheme school science scientific scope score scoring screen
script sdh sdl sdn sdp sea seal search season seat second secondary secret sector secure seed segment selected self
semantic sender senior sense sensing sensor serial series server serverless service session set setting sewer shadow
share shared sharing shell shield shift shifted ship shock shop short shorthand side signage signal signature
signing silent silicon simple simplex simulator single sip site situational size skill skin slave sleep slice
slicing slot small smart smartphone smoke snapshot snmp soap social soft soil solar solid some sound source
sovereign space spacecraft spam spatial speaker special species specific spectral spectrum speech speed spend splice
sport spot spread srtp stack staff stage stakeholder standard standby star start state static station stationary
statistics status steel step stereo still stock stolen stop storage store storm story strategies strategy stratum
stream street strength stress string strong structure structured student studies study style sub subject submarine
subnetwork subscriber subset subsystem success suite summary summit super superwideband supplemental supplementary
supplier supply support supported surface surge survey swarm switch switched symbol symmetric synergy syntax
synthetic system table tablet tactile tag talent tamper tan tape target task tax taxi taxonomy tci tcp tdm teacher
team technique technologies telebiometric telecom telemedicine telemeetings telephone telephonometry telephony
temperature template temporal temporary term terminal test testbed testing text textile tgcp than that the their
therapy thermal thermometer thing third thread threat three threshold through throughput ticket tier time timestamp
timing title tmf token tone tool toolkit top topic topologies torso total touch tour tourism toward tower trace
tracing track tracker trade trademark trading traffic trail transceiver transfer transformers transit translators
transmitter transparency transport trap travel traversal trc treaty tree tri trial triggered trip truck trunk trust
trusted trustworthy truth tss ttcn tube tuning tunnel turbine twin twisted two type ultra uml umts under underground
underwater unidirectional unified uniform union unique unit universal universe unknown unmanned update updated
upgrade upload upstream urban urn usage usb use used user using utility vaccine value various vbng vdc vdsl vector
vehicle vehicular vendor versatile version very vessel via video videotelephony view vii viii village virtual virus
visa visible vision visit visual vocabulary voice voiceband voip voltage volte volume vote voting voucher
vulnerabilities wage waiting wallet wan wander war warehouse warranty waste watch water watermark wave wavelength
wcg wdm weapon weather web weight welfare west wheel when which white wide wideband width window wire wired wireless
wireline with within without witness wlan work workflow workforce working workload workplace workshop world worm
write xacml xer xml year youth zero zone
`;

const TITLE_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Endings that English words of titles have and personal names hardly ever do. */
const TITLE_ENDING =
  /(?:tion|ing|ity|ment|ness|able|ible|ical|ance|ence|ized|ised|ated|ally|ology|graphy|ware|sion|ive|ous|ial)s?$/;

/** How surely a word (any case) belongs to titles: 2 where the vocabulary has it, 1 where only its ending suggests it, else 0. */
export function titleWordStrength(word: string): 0 | 1 | 2 {
  const lower = word.toLowerCase();
  if (TITLE_WORDS.has(lower)) return 2;
  if (lower.endsWith("s") && TITLE_WORDS.has(lower.slice(0, -1))) return 2;
  return lower.length > 7 && TITLE_ENDING.test(lower) ? 1 : 0;
}
