/** Knowledge about the shape of personal names: frequent given names and surnames by language, and how romanised names are built. */
import { memoize } from "../domain/memoize";
import { foldAccents } from "../domain/text";

const split = (words: string): string[] => words.trim().split(/\s+/);

/** Frequent given names and surnames of many languages, lower case, without accents. A sample: shapes below do most of the work. */
const NAMES: ReadonlySet<string> = new Set(
  split(`
kim lee park choi jung jeong chung kang cho yoon yun jang lim han oh seo suh shin kwon hwang ahn song yoo yu hong jeon ko moon
yang son bae baek heo nam noh ha joo woo koo min yeom youm na nah ryu kwak pyo cha sung eom um bang ma jin gil geum kook oh
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang song deng han feng peng
xiao cheng yuan dong pan cai jiang yu du ye wei su lu lv ding ren yao shen zhong cui tan fan wan jin jia xia fu tian qiu qin
bai meng xue yan hou lei qian shi cao yin duan zou xiong hao kong shao mao chang gu lai wen mo ge bi kang tao qi mei
tanaka suzuki sato saito takahashi watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki matsumoto inoue kimura
shimizu hayashi mori abe ikeda hashimoto ishikawa ogawa okada hasegawa fujita goto kondo ishii endo aoki sakamoto fukuda nishimura
nguyen tran pham huynh hoang phan vu vo dang bui ngo duong minh thanh duc anh linh hung tuan
james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul
andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry
peter kyle noah ethan jeremy walter keith roger terry sean gerald carl harold dylan arthur lawrence jordan jesse bryan bruce alan
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily
donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela anna ruth brenda pamela
nicole katherine samantha christine emma catherine virginia rachel janet maria heather diane julie joyce victoria kelly christina
joan evelyn lauren judith megan andrea cheryl hannah jacqueline martha gloria teresa ann alice jean claire hugh neil ian graham
simon martin philip colin stuart duncan fraser alistair nigel trevor clive derek gareth rhys owen liam declan fiona siobhan niall
smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson taylor moore
jackson thompson harris lewis robinson walker allen scott torres hill flores adams nelson baker hall rivera campbell mitchell
carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers
gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos cox ward richardson watson brooks chavez wood bennett gray
mendoza ruiz hughes price alvarez castillo sanders patel myers long ross foster jimenez pierre jean-pierre jacques michel alain
philippe francois nicolas laurent olivier pascal thierry christophe stephane frederic sebastien guillaume mathieu matthieu julien
antoine benoit bernard bruno claude cedric denis didier dominique eric fabrice gerard gilles guy herve jerome jean-marc ludovic
marc maxime patrice remi sylvain vincent xavier yves arnaud emmanuel isabelle nathalie sophie valerie celine sandrine aurelie
durand dubois moreau lefebvre leroy roux fournier girard bonnet dupont lambert rousseau fontaine mercier blanc guerin muller
hans jurgen klaus wolfgang dieter uwe stefan andreas thomas matthias jorg joerg bernd rainer holger torsten thorsten ralf dirk
karsten heinz helmut gunter gunther manfred horst norbert ulrich volker jochen markus tobias florian sven jens kai lars niels ole
schmidt schneider fischer weber meyer wagner becker schulz hoffmann schafer koch bauer richter klein wolf schroder neumann schwarz
zimmermann braun kruger hartmann lange schmitt werner krause lehmann kohler maier hogrefe grabowski
erik lars nils anders johan karl per bengt gunnar ingrid astrid bjorn magnus henrik mikael kristian soren jesper mads rasmus
hansen johansen olsen larsen andersen pedersen nilsen kristiansen jensen nielsen christensen sorensen johansson karlsson
nilsson eriksson larsson olsson persson svensson gustafsson lindberg lindqvist virtanen korhonen makinen matti jari jukka timo
carlos juan luis miguel antonio manuel francisco pedro jesus javier rafael fernando jorge alberto alejandro ricardo roberto
eduardo sergio andres pablo diego enrique raul mario oscar victor hugo ivan gabriel gustavo marcelo rodrigo leonardo felipe
silva santos oliveira souza sousa lima pereira ferreira costa rodrigues almeida nascimento carvalho gomes martins araujo ribeiro
joao paulo tiago bruno rui nuno vitor
giovanni giuseppe antonio marco andrea luca paolo francesco alessandro stefano roberto matteo davide simone fabio claudio
massimo giorgio pietro carlo enrico daniele vincenzo salvatore rossi russo ferrari esposito bianchi romano colombo ricci marino greco
ivan dmitry dmitri alexey alexei sergey sergei andrey andrei vladimir mikhail nikolay nikolai pavel igor oleg yuri yury viktor maxim
anton roman evgeny evgeniy konstantin boris grigory ilya kirill anna olga elena natalia tatiana svetlana irina ekaterina
ivanov petrov smirnov kuznetsov popov volkov sokolov lebedev kozlov novikov morozov
jan piotr krzysztof andrzej tomasz pawel michal marcin jakub jozef stanislaw zbigniew jerzy kowalski nowak wisniewski zdenek
jiri tomas petr vaclav milan marek pavol istvan laszlo zoltan gabor attila ferenc mihai ion gheorghe bogdan radu dragan goran zoran
mohamed mohammed muhammad mohammad mohd ahmed ahmad ali hassan hussein hussain omar umar osman khalid khaled abdullah abdul
abdulrahman abdulaziz abdelkader abdallah ibrahim ismail yousef yusuf youssef saeed said salem salim sami samir sultan tariq tarek
walid waleed yasser ziad nasser nabil mustafa mostafa mahmoud majid karim kamal jamal hamad hamid hamza hani faisal fahad farid
bilal bassam ayman amr amin ammar adel adnan fatima aisha khadija mariam zainab noura layla huda amina salma nour hind reem
al-harbi al-ghamdi al-otaibi al-shehri al-rashid el-sayed rahman khan malik sheikh qureshi farooq iqbal aziz bin ibn binti bint
kumar singh sharma gupta verma patel shah mehta joshi reddy rao iyer nair menon pillai das bose ghosh banerjee mukherjee
chatterjee sen dutta roy mishra pandey tiwari yadav chauhan kapoor malhotra arora bhatia agarwal aggarwal jain desai kulkarni
rajesh rakesh ramesh suresh mahesh sanjay vijay ajay anil sunil ashok arun amit ravi rahul rohit vikram deepak manoj priya
pooja neha anita sunita kavita lakshmi krishnan subramanian venkatesh srinivasan pushpendra preetika kishor narang
kwame kofi kojo yaw kwasi akosua ama abena mensah owusu boateng asante appiah osei addo amoah agyeman okafor okeke okoro obi
adeyemi adebayo ogunleye oluwaseun olusegun chukwu chinedu emeka ngozi ifeoma nwosu eze ibrahim musa bello sani abubakar
mamadou moussa ousmane ibrahima amadou abdoulaye cheikh modou fatou aminata mariama diallo diop ndiaye fall faye sarr sow ba
traore coulibaly keita konate toure camara kone ouattara ouedraogo sawadogo kabore zongo compaore sanou
juma mwangi kamau njoroge wanjiku otieno ochieng odhiambo kipchoge kiprotich wambui kariuki mutua musyoka mugisha mukasa
okello ssemwanga byaruhanga nkurunziza habimana uwimana niyonzima tshisekedi kabila ilunga mutombo mwansa banda phiri zulu
moyo ndlovu dlamini nkosi khumalo mokoena molefe thabo sipho nomsa tendai tinashe farai chipo abebe kebede tesfaye bekele haile
norkhadhra nawawi radhilufti ariff thaib khairul ekhwan nurul noor siti aminah azlan azman faizal hafiz rizal zulkifli zainal
budi agus sri dewi wahyu joko putra putri setiawan santoso wijaya susanto suharto somchai somsak supachai
mehmet mustafa ahmet huseyin murat emre burak yilmaz kaya demir celik sahin yildiz aydin ozturk arslan dogan
reza hossein mehdi amir farhad behrouz mohammadi hosseini ahmadi karimi nguema obiang moreno vargas rojas castro vega
yossi avi moshe levi cohen mizrahi papadopoulos georgiou dimitrios nikos konstantinos ioannis
blessing grace gift patience precious comfort innocent godfrey
abbie barbir bret sal lia jacques arnaud taddei`),
);

/** Finals of pinyin syllables by initial. */
const PINYIN_FINALS: Readonly<Record<string, string>> = {
  "": "a ai an ang ao e ei en er o ou",
  b: "a ai an ang ao ei en eng i ian iao ie in ing o u",
  p: "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
  m: "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
  f: "a an ang ei en eng o ou u",
  d: "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
  t: "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
  n: "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve ue",
  l: "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve ue",
  "[gkh]": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  "[jqx]": "i ia ian iang iao ie in ing iong iu u uan ue un",
  "[zcs]h": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
  r: "an ang ao e en eng i ong ou u ua uan ui un uo",
  "[zcs]": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
  y: "a an ang ao e i in ing o ong ou u uan ue un",
  w: "a ai an ang ei en eng o u",
};
const PINYIN_SYLLABLE = `(?:${Object.entries(PINYIN_FINALS)
  .map(([initial, finals]) => `${initial}(?:${split(finals).join("|")})`)
  .join("|")})`;
const PINYIN = new RegExp(`^${PINYIN_SYLLABLE}(?:['’-]?${PINYIN_SYLLABLE}){0,2}$`);

const KOREAN_SYLLABLES = split(`
ah an bae baek beom bin bo bok bong bum byeong byoung byung chae chan chang cheol cheon chi cho choi chul chun chung dae dan do dong doo
duk eok eui eul eun eung eon ga gang geon geun gi gil gon goo gu guk gun gwan gwang gyeong gyu ha hae han hang hee heon heum heung heui hi ho
hoe hong hoo hoon hui huh hun hwa hwan hwang hye hyeon hyeok hyo hyoung hyuk hyun hyung ik il im in ja jae jang je jee jeong ji jin jo
jong joo joon joong ju juhn jun jung kang ki kil kon koo ku kuk kun kwan kwang kyeong kyo kyoung kyu kyun kyung man mi min mok moo
moon mu mun myeong myoung myung na nak nam nan no oh ok pil pyo pyung ra ran rae ri rin ryeol ryong ryul sa sam san sang se seo
seob seok seol seon seong seop seung shik shin si sik sil so sol song soo sook soon su suk sul sun sung tae tak taek ui uk un up
wan wol won woo woon woong wook yang ye yeo yeol yeon yeong yeop yong yoo yoon youl young yu yul yun yung ryeon lim`);
const KOREAN = new RegExp(`^(?:${[...KOREAN_SYLLABLES].sort((a, b) => b.length - a.length).join("|")}){1,3}$`);
const JAPANESE =
  /^(?:(?:[kgsztdnhbpmyrwjf]|ky|sh|ch|ts|ny|hy|my|ry|gy|by|py|kk|tt|ss|pp|ssh|tch|mm|nn)?(?:[aeiou]|ou|oh)|n(?![aeiou]))+$/;
const SURNAME_ENDING =
  /(?:sson|sen|ov|ova|ev|eva|sky|ski|ska|czyk|vic|vich|wicz|enko|escu|ez|mann|berg|stein|strom|qvist|kowski|elli|etti|ini|opoulos|akis|yan|dze|shvili|zadeh|nejad|pour|oglu|singh|swamy|ouedraogo|moglu)$/;
const NAME_ENDING =
  /[a-z]{3}(?:ah|uddin|eddine?|ullah|esh|endra|inder|preet|deep|jeet|kanth?|murthy|nathan|appa|wati|hadi|zadeh)$/;
const SURNAME_BEGINNING =
  /^(?:mc|mac|o['’]|al-|el-|ben-|abd|abu|ibn|nk[aeouw]|mb[aeouw]|nd[aeioul]|ng[aeouw]|mw[aei]|oku|ade|olu|chuk|tsh|nj[aeio])\w{2,}/;

/** Words of two letters or more that are inside names in lower case. */
const PARTICLES: ReadonlySet<string> = new Set(
  split("de da do dos das del della di du la le van von der den ter bin binti bint ibn al el abu y e ul zu af"),
);

/** True for "van", "de", "bin": words inside a name in lower case. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

/** Particles that never end a name and hardly ever begin one, whatever their case: unlike "Le" or "Du" they are no surnames. */
export function isInnerParticle(word: string): boolean {
  return /^(?:van|von|der|den|del|dos|das|della|ibn|bin|binti|al|el|de)$/i.test(word);
}

function findOrigins(word: string): number {
  const lower = foldAccents(word).replace(/[^a-z'’-]/g, "");
  const parts = lower.split("-").filter((part) => part !== "");
  const every = (pattern: RegExp): boolean => parts.length > 0 && parts.every((part) => pattern.test(part));
  const origins = (every(KOREAN) ? 1 : 0) + (every(PINYIN) ? 2 : 0) + (every(JAPANESE) ? 4 : 0);
  return origins === 0 || lower.length <= 2 ? origins + 8 : origins;
}

/** Ways of building names that a word fits, as bits: Korean 1, pinyin 2, Japanese 4, any other 8. */
export const nameOrigins = memoize(findOrigins);

/** How strongly the shape of one word, any case, speaks for a personal name: 0 (not at all) to 3 (a known name). */
export function nameShape(word: string): number {
  const lower = foldAccents(word);
  if (NAMES.has(lower)) return 3;
  if (lower.includes("-")) {
    const parts = lower.split("-").filter((part) => part !== "");
    if (parts.length > 0 && parts.every((part) => NAMES.has(part) || KOREAN.test(part) || PINYIN.test(part))) return 3;
  }
  if (KOREAN.test(lower) && lower.length >= 3) return 2.2;
  if (PINYIN.test(lower)) return 2;
  if (JAPANESE.test(lower) && lower.length >= 4) return 1.8;
  if (SURNAME_ENDING.test(lower) && lower.length >= 5) return 1.5;
  if (SURNAME_BEGINNING.test(lower)) return 1.5;
  if (NAME_ENDING.test(lower)) return 1.2;
  return 0;
}
