"""Headers in other languages, in plain form (see `fields.plain`): without accents, separated by commas.

Dutch, Italian, Portuguese, Polish, Swedish, Danish, Norwegian, Finnish, Czech, and what `fields` lacks of
German, French and Spanish. A word that means two things in two languages stands at one of them or nowhere.
"""

from typing import Final

SYNONYMS: Final = {
    "person": (
        "naam,contactpersoon,volledige naam,nome completo,referente,persona di contatto,contatto,pessoa de contato,"
        "imie i nazwisko,osoba kontaktowa,kontaktperson,kontaktpersona,fullt namn,namn,navn,fulde navn,nimi,"
        "yhteyshenkilo,jmeno a prijmeni,kontaktni osoba,vollstandiger name,vor und nachname,name vorname,personne,"
        "personne a contacter,nom et prenom,prenom nom,nombre y apellidos,responsable de seleccion,koko nimi"
    ),
    "given": ("voornaam,primo nome,imie,fornamn,fornavn,etunimi,jmeno,krestni jmeno,primeiro nome,rufname,prenoms"),
    "family": (
        "achternaam,familienaam,cognome,sobrenome,nazwisko,efternamn,efternavn,etternavn,sukunimi,prijmeni,"
        "zuname,familien name,primer apellido"
    ),
    "title": (
        "functie,functietitel,rol,qualifica,ruolo,mansione,posizione,stanowisko,befattning,yrkestitel,stilling,"
        "titteli,tehtavanimike,pozice,funkce,position im unternehmen,intitule du poste,fonction titre,"
        "puesto de trabajo,funcao,job bezeichnung"
    ),
    "company": (
        "bedrijf,bedrijfsnaam,organisatie,werkgever,klant,azienda,ragione sociale,societa,impresa,datore di lavoro,"
        "nome azienda,firma nazwa,nazwa firmy,przedsiebiorstwo,pracodawca,foretag,foretagsnamn,virksomhed,"
        "firmanavn,bedrift,yritys,spolecnost,nazev firmy,zamestnavatel,raison sociale,nom de la societe,compagnie,"
        "nombre de la empresa,razon social,nome da empresa,gesellschaft,organisationseinheit,auftraggeber"
    ),
    "phone": (
        "telefoon,telefoonnummer,vast nummer,telefono ufficio,numero di telefono,telefone,numer telefonu,telefon praca,"
        "telefonnr,telefonnummer arbeit,puhelin,puhelinnumero,telefonni cislo,tel fixe,tel bureau,ligne directe,"
        "telefon geschaftlich,telefon dienstlich,durchwahl,festnetz,telefono de contacto,direktnummer,standard"
    ),
    "mobile": (
        "mobiel,mobiel nummer,gsm,cellulare,telemovel,celular numero,komorka,telefon komorkowy,mobilnr,mobiltelefon,"
        "matkapuhelin,mobilni telefon,tel portable,telephone portable,numero de portable,telefono movil,handynummer"
    ),
    "email": (
        "mailadres,emailadres,e mailadres,posta elettronica,indirizzo email,indirizzo e mail,endereco de email,"
        "adres email,adres e mail,e post,epost,epostadress,mejl,sahkoposti,emailova adresa,adresse email,"
        "adresse electronique,courrier electronique,correo e,direccion de correo,email adresse,mail adresse"
    ),
    "place": (
        "plaats,stad,woonplaats,vestigingsplaats,citta,localita,sede,cidade,localidade,miasto,miejscowosc,stad ort,"
        "by,kaupunki,mesto,ciudad poblacion,poblacion,commune,wohnort,standort stadt"
    ),
    "country": "landcode,paese,nazione,kraj,maa,zeme,staat,pays region",
    "spoke_on": (
        "laatste contact,laatst gesproken,laatste gesprek,ultimo contatto,ultima chiamata,ultimo colloquio,"
        "ostatni kontakt,ostatnia rozmowa,senaste kontakt,senast kontaktad,sidste kontakt,siste kontakt,"
        "posledni kontakt,zuletzt gesprochen,zuletzt kontaktiert,letzter anruf,date du dernier contact,"
        "date dernier appel,fecha ultimo contacto,ultimo contato"
    ),
    "next_on": (
        "volgende actie,volgend contact,volgende afspraak,terugbellen,opvolgen,opvolging,prossimo contatto,"
        "prossima chiamata,richiamare il,nastepny kontakt,kolejny kontakt,nasta kontakt,naeste kontakt,neste kontakt,"
        "pristi kontakt,wiedervorlage am,nachste aktion,nachster schritt,a rappeler le,date de relance,rappel,"
        "proximo contacto,volver a llamar,proximo contato"
    ),
    "heard_on": (
        "aangemaakt,aangemaakt op,datum toegevoegd,data,data creazione,data inserimento,data utworzenia,skapad,"
        "oprettet,opprettet,paivamaara,datum vytvoreni,erstellt,erstellt am,hinzugefugt am,date d ajout,cree le,"
        "fecha de creacion,creado el,data de criacao"
    ),
    "notes": (
        "opmerking,opmerkingen,notitie,notities,toelichting,osservazioni,annotazioni,observacoes,comentarios e notas,"
        "uwagi,notatki,komentarz,anteckning,anteckningar,kommentarer,noter,bemaerkninger,merknad,huomautus,"
        "huomautukset,poznamka,poznamky,hinweise,hinweis,gesprachsnotiz,notizen zum gesprach,observations,"
        "compte rendu,nota,commento,commenti"
    ),
    "needs": (
        "behoefte,zoekt,gezocht,vacature,vacatures,fabbisogno,cerca,ricerca,posizioni aperte,posizione aperta,"
        "potrzeby,szuka,wakat,soker,behov,vakans,soger,tarve,hleda,offene stellen,offene stelle,gesucht,suche,"
        "stellenbedarf,poste a pourvoir,postes ouverts,besoin client,vacantes,busca,vaga,vagas"
    ),
    "status": "stato,stav,statuts,tila,fase,situacion,situacao,leadstatus",
    "grade": "heet warm koud,priorita,priorytet,prioritet,prioridade,einstufung,kategorie abc,chaud froid",
    "source": "bron,herkomst,fonte,provenienza,zrodlo,kalla,kilde,lahde,zdroj,woher,empfohlen von,origine du contact",
    "owner": (
        "eigenaar,accountmanager,verantwoordelijke,responsabile,opiekun,wlasciciel,ansvarig,ansvarlig,vastuuhenkilo,"
        "obchodnik,berater,betreuer,ansprechpartner intern,charge d affaires,consultant en charge,comercial"
    ),
    "fee": "vergoeding,commissie,commissione,prowizja,arvode,vermittlungshonorar,commission",
    "rate": "tarief,uurtarief,dagtarief,tariffa,stawka,timpris,timelonn,salaris,stipendio,wynagrodzenie,lon",
    "website": "webpagina,sito,sito web,pagina web,strona,strona www,hemsida,hjemmeside,nettsted,kotisivu,homepage",
    "do_not_contact": (
        "niet benaderen,niet bellen,niet contacteren,non contattare,non chiamare,nao contatar,nao ligar,"
        "nie kontaktowac,nie dzwonic,kontakta ej,ring ej,ma ikke kontaktes,ikke kontakt,ala ota yhteytta,"
        "nekontaktovat,nicht anrufen,kontaktsperre,werbesperre,sperrvermerk,gesperrt,ne plus contacter,"
        "ne pas appeler,liste rouge,no llamar,robinson,blacklist,blocked,suppressed,suppression,gdpr erased"
    ),
    "do_not_email": (
        "do not email,do not e mail,email opt out,has opted out of email,mass mail opt out,unsubscribed,"
        "unsubscribed from all email,no email,no emails,keine e mails,newsletter abgemeldet,pas d email,no enviar email"
    ),
    "external_id": (
        "external id,ext id,record id,contact id,client contact id,prospect id,person id,"
        "crm id,import id,source id,legacy id,kontakt id,kundennummer,kunden nr"
    ),
    "company_id": "company external id,client id external,account external id",
}
