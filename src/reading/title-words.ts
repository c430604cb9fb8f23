/**
 * Words of titles: the commoner words in the titles of some 6,900 published ITU-T texts (relaton-data-itu), with words of the
 * security vocabulary of recent years added. Plurals in -s and long words with the endings below are told by rule and left out.
 */
const WORDS = `
abstract abuse access accounts accuracy acronyms across action active activities adapter add additional address
adsl advanced aerial against agenda agent agile agnostic agriculture air aitom alert algorithm altitude among
amplified amplifier analogue analyser analysis analytics and annex annexes anomaly ansi antenna anti any api
apnoea appendices appendix applet approach approaches approval approved aquaculture arc architectural
architecture are area artworks asn ason aspects assess asset assigned assisted asymmetric atm atna attack
attacker attribute audio audiovisual audit augmented authorities auto automatic autonomic aware back backhaul
band bandwidth barring base based baseline basic battery bearer behavior behaviour benchmark bending ber best
between beyond bicc bidirectional big binding biometric bit bitstream ble block blockchain blood bluetooth body
bonding border botnet boundary box boxes brain breach broadband broadcast broker brokerage browser buffer busy
cabinet cable cablelabs cabling call calling cameras canceller cap capabilities capable carbon cardiovascular
carriage carrier cas case cat catalogue cdg cdma cell cellular center central centre centric cer certificate
certified cgoe chain change channel characteristics charger chatbot child cinema cipher circuit circular cities
city civilian class classes clause client climate clock close closed closures cloud coarse coaxial code codecs
coded codepoints coder coding colour combat combined comment common communities comparison compensators complex
component computational computer concept conditional conducted conductors connect connected connectors consent
constraint consumer container content context continua contract control controlled converged conversational
cooling copper cops corba core corrigendum cost counterfeit countermeasures countries country criteria cross
crypto cryptographic csc cultural currency current custody customer cut cyber cyberattack cycle dapp data
dataset dcme december deep deepfake defence defense defined degree delay delivered delivery demand denial dense
density dependency dependent descriptor design determine deterministic device devops diagnostic dialogue
diameter different digital dimensional direct directional directory disaster discharge disclosure discovery
display distinguished distributed dlt docsis domain download downstream driven driving drm drone drop dsl dual
duct due duplex during dwdm dynamic ears earth echo eci ecn economy ecosystem edge effects efficiency efficient
electric electrocardiograph electromagnetic electronic element embedded emc emergency emf ems enable enabled
encrypted end ended endpoint energy enhance enhanced enterprise entities entity entry environmental eot error
estimator ethernet etom ets event evolved example exchange excited expected expiratory explicit exploit exposed
exposure extended external extra fabric face facial facilities facsimile factor farming farms fast fault feature
feeding fext fhir fibre field fifth file fine fingerprint firewalls first fitness fixed flow focus footprint for
forensic formal format fourth frame framer framework framing fraud free frequency from fronthaul fttx full
fullband functional functionalities fundamental future gaming gas gate gateway gbase gbit general generator
generic gfp ghz gigabit ginga global glucose goals goods gpon grade grain green greenhouse grid group gsm
guarantee guide guideline hand handbook handset handshake hash hdata hdr hdtv head headphone headset health
healthcare held hevc hierarchy high higher hinoc hold home honeypot host household how hrn hub human hybrid icn
ics ict identified identifier idl iec ieee ieps iii ile image imaging impact improved impulse ims imt incident
include independent index indicator indoor industry infrastructure input inside insider installed instrumental
intelligent intent inter interchange interface internal international internet into intra iot ipcablecom iptv
ipv iris isdn iso isup its itu jitter joint jpeg jpip json kbit kernel key khz kit knowledge label laboratory
lan landscape language large latency lattice layer leakage ledger legacy legal length level life lifecycle light
lightweight like limit line linear link linkage list live living load local located locator log logging long
loss lossless low lte mac machine mail main making malware managed manager map mapping marker markup masking
master maximum mcc mean measures mechanism media medical medium meetings message metadata metal metallic
metaverse meter method methodologies metric metro mgfast mib micro microduct microphone microservices minimize
minimum misuse mobile mode model modem modern modular module monitor mos motor moving mpeg mpls msc mta mtnm
multi multicast multichannel multimedia multimodal multimode multiparty multiple multiplexers multipoint mutual
mvc naas name naming narrow narrowband nat national native ncl nested net network neural neutral new next ngn
ngne nice nnai nni node noise non number oam object octet oer off office omci one onem online only onu open
openid operational operator opinion optic optical option order oriented orthogonal osi other otn ott otu out
outdoor output outside over overall overcurrent overlay overview overvoltage ownership oxide oximeter package
packed packet pair pan parallel parameter parametric part partial particle particular party passive password
passwordless patch pause payment pcd pcm peak peer per perceptual permissioned persistent personal persons phase
phone phy pics pictures pii pixel pixit plan plane plant platform plc plex plus pmd point poles policies policy
pon port post power powered practice pre premises prepared pressure primary principles privacy private privilege
procedural procedure process processes product profile proforma program programme proof protect protected
protocol prototype provided provider provisional proxy pstn public pulse purpose put qoe qos quality quantum
questionnaires radio radiofrequency ran range rare rate rating ratio rationale rcp reach real reality reason rec
received receiver record recovery reduced regional register regulatory related relay relayed release relevant
relics relief remote removal repeaterless reply reported repository request resilient resistant resource
response rest results retrieval revised rights ring ringing risk roadmap roadside roaming robot robotic rof role
room root routing rtcp rtp rules runtime rural safe safety sandbox satellite saving scale scam scenario
scheduled schema scheme scientific scope score scoring screen sdh sdl sdn sdp second secondary secret sector
secure segment selected self semantic sender sensing sensor series server serverless service session set setting
sewer shared sharing shifted short shorthand side signage signal signature signing simplex simulator single sip
site situational size slave sleep slice slicing small smart smartphone snmp soap social soft some sound source
sovereign space spam spatial specific spectral speech speed srtp stage standard state static station stationary
statistics status stereo still stolen storage strategies strategy stratum stream strength structure structured
studies study sub submarine subnetwork subscriber subsystem suite super superwideband supplemental supplementary
supplier supply support supported surface surge switch switched symmetric synergy syntax synthetic system table
tactile tag tamper tan target tasks taxonomy tci tcp tdm technique technologies telebiometric telecom
telemedicine telemeetings telephone telephonometry telephony template temporary term terminal test testbed
testing text tgcp than that the their therapy thermometer things third threat three through time timing title
tmf token tone tool toolkit top topologies torso total toward trace tracing trading traffic trail transceiver
transfer transformers translators transmitter transparency transport traversal trc tree tri trials triggered
trunk trust trusted trustworthy tss ttcn tubes tunnel twin twisted two type ultra uml umts under underground
unidirectional unified unique unit universal unmanned update updated upgrade upload upstream urban urn usage usb
use used user using value various vbng vdc vdsl vector vehicle vehicular versatile version very via video
videotelephony view vii viii virtual visible vision visual vocabulary voice voiceband voip voltage volte voting
vulnerabilities waiting wallet wan wander waste water watermark wavelength wcg wdm web when which wide wideband
wire wired wireless wireline with within without wlan work workflow working workload world xacml xer xml zero
zone
`;

const TITLE_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Endings that English words of titles have and personal names hardly ever do. */
const TITLE_ENDING =
  /(?:tion|ing|ity|ment|ness|able|ible|ical|ance|ence|ized|ised|ated|ally|ology|graphy|ware|sion|ive|ous|ial)s?$/;

/** True where a word (any case) belongs to the vocabulary of titles. */
export function isTitleWord(word: string): boolean {
  const lower = word.toLowerCase();
  if (TITLE_WORDS.has(lower)) return true;
  if (lower.length > 7 && TITLE_ENDING.test(lower)) return true;
  return lower.endsWith("s") && TITLE_WORDS.has(lower.slice(0, -1));
}
