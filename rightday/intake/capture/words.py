"""The words quick capture knows: what is never part of a name, and what introduces one.

Plain sets, lower case. They are lists of the trade and of everyday English as recruiters type it,
so that text without capitals can still be told apart from names.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


LEGAL_FORMS = _set(
    "ltd limited plc llp llc inc incorporated corp corporation gmbh ag se kg ug ohg ev sa sas sarl "
    "eurl snc spa srl sl bv nv vof ab oy oyj as asa aps pty pte kk kgaa mbh sàrl co"
)

# The last word of a company's name; alone they name nothing.
COMPANY_WORDS = _set(
    "systems telecom telecoms legal bank banking group rail insurance health healthcare foods food "
    "freight grid payments logistics technologies technology tech software solutions services "
    "consulting partners holdings capital energy power water media studios studio labs lab networks "
    "digital international university college council hospital trust pharma pharmaceuticals airlines "
    "airways motors electronics engineering industries retail stores society association foundation "
    "institute ministry housing homes properties estates finance financial investments securities "
    "brothers bros sons broadband mobile aerospace defence biotech robotics semiconductors gaming games "
    "games entertainment travel hotels transport shipping analytics cloud cyber interactive global "
    "europe uk werke versicherung bahn banque assurances recruitment staffing resourcing"
)
JOINABLE_BY_OF = _set("bank university college institute ministry department house council city borough")

# Rival agencies: named in a note because they work there too, and seldom the company meant.
RIVALS = frozenset(
    {
        "hays",
        "michael page",
        "page group",
        "pagegroup",
        "robert half",
        "robert walters",
        "adecco",
        "randstad",
        "manpower",
        "manpowergroup",
        "harvey nash",
        "computer futures",
        "sthree",
        "experis",
        "modis",
        "akkodis",
        "kforce",
        "teksystems",
        "la fosse",
        "gulp",
        "reed recruitment",
        "lorien",
    }
)

PARTICLES = _set(
    "de da do dos das di del della der den des du van von zu zum zur la le el al bin ibn bint abu ben ter ten y e und"
)
HONORIFICS = _set("mr mrs ms miss mx dr prof professor sir dame herr frau monsieur madame mme")

_GRAMMAR = _set(
    "a an the this that these those and or but so if then than as at by for from in into of off on onto "
    "out over per re since through till to under until up upon via with within without about after "
    "again against all almost along already also although always am among any anybody anyone anything "
    "are aren't around away back be because been before behind being below between both can can't "
    "cannot could couldn't did didn't do does doesn't doing don't done down during each either else "
    "enough even ever every everybody everyone everything few finally first had hadn't has hasn't have "
    "haven't having he he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm "
    "i've is isn't it it's its itself just last later least less let let's like lots made make makes "
    "many may maybe me might mine more most much must my near need needs neither never new next no "
    "nobody none nor not nothing now nowhere often once one only other others our ours own perhaps "
    "please quite rather really s same she she'd she'll she's should shouldn't some somebody someone "
    "something somewhere soon still such t their theirs them themselves there there's they they'd "
    "they'll they're they've thing things though three too two us very was wasn't we we'd we'll we're "
    "we've well were weren't what what's when where where's whether which while who who's whom whose "
    "why will won't would wouldn't yes yet you you're your yours four five six seven eight nine ten "
    "eleven twelve dozen several couple half bit lot"
)
_TIME = _set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri "
    "sat sun january february march april june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec today tomorrow yesterday tonight morning afternoon evening "
    "noon lunch week weeks month months year years day days hour hours minute minutes quarter weekend "
    "ago am pm q1 q2 q3 q4 christmas easter eod asap tmrw st nd rd th recently currently early late"
)
_TRADE = _set(
    "interview interviews interviewing interviewed interviewer hire hires hiring hired recruit recruits "
    "recruiting recruiter contractor contractors contract contracts consultant consultants freelancer "
    "freelancers perm permanent temp temps candidate candidates role roles position positions vacancy "
    "vacancies job jobs opening openings team teams project projects programme program budget headcount "
    "req advert adverts advertise advertises advertised advertising ad ads posted posting linkedin indeed "
    "reed totaljobs agency agencies staffing client clients lead leads manager managers director "
    "directors head heads chief officer vp cto cio ceo cfo coo ciso md hr boss supervisor reports "
    "engineer engineers developer developers dev devs devops sre sres architect architects analyst "
    "analysts tester testers designer designers scientist scientists administrator administrators admin "
    "nurse nurses accountant accountants pm pms ba bas qa qas dba dbas backend frontend fullstack "
    "full-stack back-end front-end java javascript typescript python golang rust kotlin scala ruby php "
    "react angular vue node nodejs dotnet net c c++ sql nosql postgres oracle sap salesforce aws azure "
    "gcp kubernetes docker terraform linux windows android ios spark kafka hadoop snowflake databricks "
    "tableau etl ml ai llm nlp cobol mainframe sharepoint jira agile scrum data platform cloud network "
    "security product delivery infrastructure software hardware mobile web digital it test testing "
    "development operations support programmer programmers senior junior mid principal interim remote "
    "hybrid onsite office rate rates salary pay daily cv cvs shortlist offer offers offered placement "
    "start starts starting started notice period reference references referee round rounds stage final "
    "second third urgent urgently spec specs requirement requirements skills experience migration "
    "rollout transformation implementation replacing replacement bench rumour rumor gossip market"
)
_VERBS = _set(
    "add adding added ask asked asking asks answered answer apparently bring brought call called "
    "calling calls came catch caught chase chased chat chatted check checked closed come comes coming "
    "confirm confirmed confirms contact contacted cut decide decides deciding drop dropped email emailed "
    "expect expecting expects fed feel felt fill filled filling find finding follow followed found gave "
    "get gets getting give given go goes going gone got grow growing grows guess hang happy hear hears "
    "heard hello help hi hope hoping involved join joined joining keen keep keeps knew know knows known "
    "launch launching leave leaves leaving left look looked looking looks lost love lunched manage "
    "managed manages managing meet meeting meetings met mention mentioned mentions message messaged "
    "miss missed move moved moving named needed offering open opened own owns pick picked picks ping "
    "plan planned planning plans possible possibly prefer prefers probably put quit ran rang rung reach "
    "reached reckon reckons reject rejected replied reply report reported resigned respond responsible "
    "ring ringing run running runs sack said sat saw say saying says see seeing seen seek seeking seeks "
    "seems send sending sent sees set sit sits spoke spoken speak speaking speaks stay staying struggling "
    "struggles sure take taken takes taking talk talked talking tell telling tells text texted thank "
    "thanks think thinking thinks thought told took tried tries try trying turned use used uses using "
    "visit visited voicemail wait waiting walk want wanted wants went wondering work worked working works "
    "write wrote building build builds bidding won lose awaiting"
)
_EVERYDAY = _set(
    "mobile cell direct phone telephone tel number numbers extension ext fax switchboard landline office "
    "desk reception receptionist receptionists secretary gatekeeper assistant pa mail e-mail website www "
    "http https com linkedin address regards kind best sincerely faithfully cheers dear fwd fw subject "
    "cc bcc sender date attached attachment confidential disclaimer notes note fyi tbc tbd ok okay oh "
    "good great nice big large small little long short high low old young hard easy quick quickly fast "
    "slow busy available unavailable free full early direct different same sure wrong right bad worse "
    "better fine true false main possible internal external local second-hand people person guy girl "
    "woman man men women folks lady gentleman friend friends colleague colleagues mate wife husband "
    "name names first surname company companies business firm employer place site home london manchester "
    "leeds bristol birmingham edinburgh glasgow berlin munich paris dublin amsterdam england scotland "
    "wales germany france europe street road avenue lane floor building suite town city park money cost "
    "costs budget approval approved on-call oncall why people problem problems question questions answer "
    "news story idea way end side part half time times hearing word background details info detail "
    "information source sources via hot warm cold grade voice line lines tip"
)

NOT_NAMES = _GRAMMAR | _TIME | _TRADE | _VERBS | _EVERYDAY

# Words that are names as well, where a capital and the neighbour say so: "Will Smith", "Tom Reed".
GIVEN_TOO = _set("will may april june august jan hope grant frank bill sue rich pat chase dean art miles drew mark")
SURNAMES_TOO = _set(
    "reed young long short small day price head best field park street lane post london paris french "
    "an do so may march day half week start lead sharp swift case low good close sales "
    "wells marks rose king walker cook"
)

# "and", "at", punctuation between two things understood: dropped from the note when they stand alone.
GLUE = _set(
    "a an the and or at from of with for in on by is as to has her his their she he they who he's she's "
    "tel t m mob mobile phone direct number e email mail w www d dd c cell named called name re bei chez "
    "hi also are that about met heard s company notes note"
)

AT = _set("at bei chez join joins joined joining left leaving inside beim")
MET = _set("met rang phoned called calling emailed messaged texted contact name manager speak interviewer named")
MET_WITH = _set(
    "spoke speak spoken speaking talked talk talking chatted chat call phone met meeting through up "
    "lunch coffee hold ask ring rung introduced"
)
SAYS = _set(
    "says said told tells mentioned mentions confirmed confirms confirming reports reported explained "
    "knows reckons thinks heard hears believes guesses"
)
HEARSAY = _set("reckons thinks heard hears believes guesses")
SAW = _set("sat interviewed met saw interviews")

ROLES = _set(
    "contractor contractors consultant consultants engineer engineers developer developers dev devs sre "
    "sres architect architects analyst analysts tester testers designer designers scientist scientists "
    "administrator administrators nurse nurses accountant accountants freelancer freelancers programmer "
    "programmers pm pms ba bas qa qas dba dbas manager managers lead leads specialist specialists "
    "temps coders coder admins"
)
COUNTS = _set(
    "a an one two three four five six seven eight nine ten eleven twelve several some few couple more "
    "another dozen both"
)
TITLE_ALONE = _set(
    "cto cio ceo cfo coo ciso cdo cpo vp md cmo teamleiter teamleiterin abteilungsleiter "
    "geschäftsführer geschäftsführerin directeur directrice"
)
TITLE_OF = _set("head director vp chief lead president dean leiter leiterin responsable")
TITLE_LAST = _set("manager director lead officer president leader architect owner controller supervisor")
TITLE_BEFORE = _set(
    "senior group global deputy interim regional assistant associate managing executive vice chief "
    "technology technical information operating financial security engineering data delivery programme "
    "program project product platform infrastructure software test qa development operations hr talent "
    "service network team account finance marketing it cloud digital devops line general office sales "
    "business change release people practice solution solutions enterprise resourcing "
    "technique informatique financier général générale"
)
