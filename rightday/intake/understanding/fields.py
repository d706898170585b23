"""What a column of somebody's spreadsheet can mean, and the words its header may use for it."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from rightday.intake.understanding.synonyms import SYNONYMS


class Field(StrEnum):
    """What a column is taken for."""

    PERSON = "person"
    GIVEN = "given"
    FAMILY = "family"
    TITLE = "title"
    COMPANY = "company"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    PLACE = "place"
    COUNTRY = "country"
    SPOKE_ON = "spoke_on"
    NEXT_ON = "next_on"
    HEARD_ON = "heard_on"
    STATUS = "status"
    GRADE = "grade"
    NOTES = "notes"
    NEEDS = "needs"
    SOURCE = "source"
    OWNER = "owner"
    FEE = "fee"
    RATE = "rate"
    WEBSITE = "website"
    DO_NOT_CONTACT = "do_not_contact"
    DO_NOT_EMAIL = "do_not_email"
    EXTERNAL_ID = "external_id"
    COMPANY_ID = "company_id"
    IS_COMPANY = "is_company"
    HAPPENS_ON = "happens_on"
    EVENT = "event"
    PARTIES = "parties"
    UNHEARD = "unheard"
    THEIR_ERROR = "their_error"
    OWN = "own"
    LEAVE_OUT = "leave_out"
    KEEP_AS_NOTE = "keep_as_note"


# Headers in plain form (see `plain`), separated by commas.
_WORDS = {
    Field.PERSON: (
        "name,contact,contact name,contact person,person,full name,fullname,hiring manager,hiring mgr,"
        "hiring manager name,hm,manager,line manager,mgr,client contact,key contact,main contact,who,"
        "decision maker,display name,lead name,lead,candidate,candidate name,poc,point of contact,"
        "prospect,ansprechpartner,ansprechpartnerin,kontakt,kontaktperson,nom complet,interlocuteur,"
        "nombre completo,contacto,persona de contacto,spoke with,spoke to,attn,names,contact full name"
    ),
    Field.GIVEN: (
        "first name,first,firstname,given name,given,forename,fname,contact first name,christian name,"
        "vorname,prenom,nombre,nombre de pila"
    ),
    Field.FAMILY: (
        "last name,last,lastname,surname,family name,family,lname,contact last name,second name,"
        "nachname,familienname,nom de famille,nom,apellido,apellidos"
    ),
    Field.TITLE: (
        "title,job title,position,role,current role,current title,function,designation,occupation,"
        "jobtitle,organization title,job role,contact title,current job,current job title,"
        "position title,funktion,stelle,berufsbezeichnung,poste,fonction,titre,cargo,puesto"
    ),
    Field.COMPANY: (
        "company,co,co name,company name,companyname,client,client name,client company,organisation,"
        "organization,organization name,org,employer,account,account name,firm,business,business name,"
        "associated company,current company,current employer,customer,agency client,where,firma,"
        "unternehmen,kunde,arbeitgeber,firmenname,societe,entreprise,client societe,empresa,compania,"
        "cliente,clientcorporation name,parent account"
    ),
    Field.PHONE: (
        "phone,tel,tel no,tel number,telephone,telephone no,telephone number,phone no,phone number,"
        "number,contact number,contact no,contact tel,work phone,business phone,office phone,landline,"
        "direct line,direct dial,ddi,switchboard,home phone,phone work,phone home,phone other,phones,"
        "call on,dial,ph,ph no,primary phone,other phone,company phone,phone number 1,no,tel nr,telefon,"
        "telefonnummer,rufnummer,telephone fixe,numero de telephone,telefono,telefono fijo,numero"
    ),
    Field.MOBILE: (
        "mobile,mob,mob no,mobile no,mobile number,mobile phone,cell,cell phone,cell no,cellphone,"
        "phone mobile,m,whatsapp,handy,mobil,mobilnummer,portable,mobile pro,movil,celular"
    ),
    Field.EMAIL: (
        "email,e mail,mail,email address,e mail address,emails,work email,business email,email work,"
        "email home,email other,primary email,secondary email,contact email,email id,private email,"
        "personal email,e mail adresse,mailadresse,courriel,adresse mail,adresse e mail,correo,"
        "correo electronico,person email"
    ),
    Field.PLACE: (
        "city,place,town,location,area,region,county,address city,office,site,based,work location,"
        "business city,postcode,post code,zip,plz ort,ort,stadt,standort,ville,lieu,ciudad,lugar,"
        "address,site address,office address"
    ),
    Field.COUNTRY: "country,address countryname,business country region,country region,land,pays,pais",
    Field.SPOKE_ON: (
        "spoke,spoke on,last spoke,last spoken,last contact,last contacted,last call,last called,"
        "called,called on,date called,date spoken,last contact date,contacted,contacted on,"
        "date contacted,last activity,last activity date,last touch,date of call,call date,last seen,"
        "last conversation,date of last contact,letzter kontakt,gesprochen am,letztes gesprach,"
        "dernier contact,dernier appel,ultimo contacto,ultima llamada,last spoke to"
    ),
    Field.NEXT_ON: (
        "next,next f u,next fu,next follow up,next followup,follow up,followup,f u,f u date,fu date,"
        "follow up date,next call,next call date,next contact,next action date,next step date,"
        "next date,call back,callback,call back date,callback date,chase,chase date,call next,"
        "next activity date,due,due date,reminder,when,date to call,next chase,diary,wiedervorlage,"
        "nachster kontakt,nachster anruf,prochain appel,relance,prochaine relance,proxima llamada,"
        "seguimiento,next touch,ring back"
    ),
    Field.HEARD_ON: (
        "date,day,date added,added,added on,created,created on,create date,created at,date created,"
        "entered,date entered,date heard,heard,heard on,lead date,date of lead,received,date received,"
        "date in,logged,connected on,first seen,date first contacted,datum,erfasst,angelegt am,"
        "date de creation,fecha,fecha de alta,timestamp,dateadded,lead created"
    ),
    Field.STATUS: (
        "status,stage,lead status,state,pipeline,pipeline stage,lifecycle stage,lead stage,outcome,"
        "result,progress,done,done y n,current status,disposition,stand,phase,statut,etape,estado,etapa"
    ),
    Field.GRADE: (
        "grade,rating,heat,temperature,temp,priority,hot warm cold,hot cold,h w c,rag,lead grade,"
        "score,prioritat,bewertung,priorite,prioridad"
    ),
    Field.NOTES: (
        "notes,note,comment,comments,remarks,remark,detail,details,description,info,information,"
        "background,what,what they said,last note,call notes,latest,update,updates,history,summary,"
        "feedback,conversation,bemerkung,bemerkungen,notiz,notizen,kommentar,anmerkung,anmerkungen,"
        "commentaire,commentaires,remarque,remarques,notas,comentarios,observaciones,misc,other info"
    ),
    Field.NEEDS: (
        "need,needs,wants,want,wanted,requirement,requirements,demand,role s they need,roles they need,role they need,"
        "roles needed,role needed,role required,roles required,looking for,vacancy,vacancies,opening,"
        "openings,open roles,open role,jobs,job,hiring for,roles,role s,recruiting for,job req,req,"
        "project,skills needed,skill needed,skills,tech,position needed,bedarf,sucht,besoin,besoins,"
        "recherche,necesidad,necesidades,vacante,what they need,interviewing for"
    ),
    Field.SOURCE: (
        "source,lead source,origin,how heard,heard from,came from,referred by,referral,from,campaign,"
        "campaign source,source name,found via,told by,who told us,lead from,quelle,herkunft,"
        "provenance,origine,origen,fuente"
    ),
    Field.OWNER: (
        "owner,consultant,recruiter,assigned,assigned to,account manager,rep,sales rep,salesperson,bdm,"
        "contact owner,lead owner,our contact,handled by,responsible,am,assignedto name,owner name,"
        "account owner,zustandig,bearbeiter,verantwortlich,responsable,commercial,consultor"
    ),
    Field.FEE: "fee,fees,fee %,fee agreed,terms,margin,markup,perm fee,honorar,provision,honoraires,tarifa",
    Field.RATE: (
        "rate,day rate,daily rate,pay rate,bill rate,hourly rate,salary,salary exp,salary expectation,"
        "budget,pay,charge rate,stundensatz,tagessatz,gehalt,tjm,salaire,salario"
    ),
    Field.WEBSITE: (
        "website,web,web site,web page,url,linkedin,linkedin url,linkedin profile,profile,domain,"
        "company website,site web,webseite,website 1 value,companyurl,profile url,li,linkedin link"
    ),
    Field.THEIR_ERROR: "failure reason,error code,dataloader error,load error,import error",
    Field.DO_NOT_CONTACT: (
        "do not contact,dnc,do not call,dnd,opt out,optout,opted out,"
        "do not mail,no contact,donotcontact,nicht kontaktieren,ne pas contacter,no contactar"
    ),
}
_BY_HEADER = {word: Field(field) for field, words in SYNONYMS.items() for word in words.split(",")} | {
    word: field for field, words in _WORDS.items() for word in words.split(",")
}
# Short words are one slip away from each other: "mail" and "main".
_LONG_WORDS = sorted(word for word in _BY_HEADER if len(word) > 5)
_TWO_SLIPS = 10
# When no whole header fits: the first of these patterns found in it.
_BY_PART: tuple[tuple[re.Pattern[str], Field], ...] = tuple(
    (re.compile(pattern), field)
    for pattern, field in (
        (r"\bfax\d*\b|\b(?:pager|birthday|anniversary|phonetic|yomi|label|e mail type|e mail display name)\b"
         r"|\bid$|\b(?:type|label)$|\b(?:assistant|spouse|partner|emergency|referee|reference)s? ?s?\b"
         r"|\b(?:ssn|social security|national insurance|ni number|tax id|vat|iban|bank|account n\w+|passport)\b",
         Field.OWN),
        (r"\bdo not e ?mail\b|\be ?mail opt(?:ed)? ?out\b", Field.DO_NOT_EMAIL),
        (r"\bdo not (?:contact|call|e?mail|phone)\b|\bopt(?:ed)? ?out\b|\bdnc\b", Field.DO_NOT_CONTACT),
        (r"\be ?mail\b", Field.EMAIL),
        (r"\b(?:mobile|cell|mob|handy|whatsapp)\b", Field.MOBILE),
        (r"\b(?:phone|tel|telephone|telefon|ddi|landline|switchboard)\b", Field.PHONE),
        (r"\b(?:next|follow ?up|f u|call ?back|chase|due|reminder)\b.*\b(?:date|day|on|call|due)\b"
         r"|\b(?:next|due) (?:call|step|action|chase|contact)\b", Field.NEXT_ON),
        (r"\b(?:last|latest|date)\b.*\b(?:spoke|spoken|call|called|contact|contacted|activity|touch)\b",
         Field.SPOKE_ON),
        (r"\b(?:created|added|entered|received|heard)\b.*\b(?:on|at|date)\b|\bdate\b.*\b(?:created|added"
         r"|entered|received|heard)\b", Field.HEARD_ON),
        (r"\b(?:company|firm|client|employer|organi[sz]ation)s? name\b|\bname of (?:the )?(?:company"
         r"|client|firm|employer)\b", Field.COMPANY),
        (r"\b(?:first|given) name\b|\bforename\b", Field.GIVEN),
        (r"\b(?:last|family) name\b|\bsurname\b", Field.FAMILY),
        (r"\bjob title\b", Field.TITLE),
        (r"\b(?:hiring|line) (?:manager|mgr)\b|\bcontact (?:name|person)\b", Field.PERSON),
        (r"\b(?:notes?|comments?|remarks?)\b", Field.NOTES),
        (r"\bstatus\b", Field.STATUS),
        (r"\bsource\b", Field.SOURCE),
        (r"\bowner\b|\bassigned\b", Field.OWNER),
        (r"^(?:\w+ ){0,2}(?:website|linkedin|url)\b", Field.WEBSITE),
        (r"\b(?:needs?|needed|required|requirements?|vacanc(?:y|ies)|hiring for)\b", Field.NEEDS),
        (r"\bfee\b", Field.FEE),
        (r"\b(?:rate|salary)\b", Field.RATE),
        (r"\bcountry\b", Field.COUNTRY),
        (r"\b(?:city|town|location)\b", Field.PLACE),
    )
)  # fmt: skip
# Words that give way to a plainer header: "Title" to "Job title", "Postcode" to "City".
_LOOSE = frozenset({
    "title", "role", "lead", "who", "what", "when", "where", "name", "number", "zip", "postcode", "post code",
    "address", "url", "profile", "day", "from", "state", "client", "office", "site", "done",
})  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OTHER = re.compile(r"[^\w%]+|_+")
# Labels that databases give their columns, whatever they mean: created_at, address.city, firstName.
_LABEL = re.compile(
    r"[a-z][a-z0-9]*(?:[_.][a-z0-9]+)+|[a-z]+(?:[A-Z][a-z0-9]+)+|(?:field|col|column)[ _-]?\w{1,3}|id|guid"
)


@lru_cache(maxsize=4096)
def plain(header: str) -> str:
    """A header without case, accents, line breaks and dots: "Date\\nadded" → "date added"."""
    apart = unicodedata.normalize("NFKD", _CAMEL.sub(" ", header.strip()[:200]))
    bare = "".join(character for character in apart if not unicodedata.combining(character))
    return _OTHER.sub(" ", bare.casefold()).strip()


@lru_cache(maxsize=4096)
def by_header(header: str) -> tuple[Field, float] | None:
    """The field that a header's words name and how sure that is (0 to 1); None when they name none."""
    words = plain(header)
    if words in _BY_HEADER:
        return _BY_HEADER[words], 0.8 if words in _LOOSE or len(words) < 3 else 0.9
    spare = re.sub(r"\s*\b(?:\d{1,2}|value|s|no|nr)\b|\d{1,2}$", "", words).strip()
    if spare in _BY_HEADER and spare != words:
        return _BY_HEADER[spare], 0.75
    if len(words) > 60:
        return None
    for pattern, field in _BY_PART:
        if pattern.search(words):
            return field, 0.6
    return None


@lru_cache(maxsize=4096)
def by_likeness(header: str) -> tuple[Field, str] | None:
    """The field of the known header that this one is a slip away from ("Compnay"; two in a long one), and that header.

    Only for tables whose header row is known: records are full of words that are a slip away from others.
    """
    words = plain(header)
    if not 5 < len(words) <= 30:
        return None
    near = [word for word in _LONG_WORDS if word[0] == words[0]]
    slips = 2 if len(words) >= _TWO_SLIPS else 1
    found = process.extractOne(words, near, scorer=OSA.distance, score_cutoff=slips)
    return (_BY_HEADER[found[0]], found[0]) if found else None


def is_label(text: str) -> bool:
    """Whether the text is a header by its words or by its form."""
    return by_header(text) is not None or bool(_LABEL.fullmatch(text.strip()[:80]))
