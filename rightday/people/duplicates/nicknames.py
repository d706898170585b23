"""Given names and their short forms: Bill is William, Peggy is Margaret."""

from __future__ import annotations

from typing import Final

_GROUPS: Final = """
alexander alex alec sandy sasha xander aleksandr
alexandra alex sandra sandy sasha lexi
alfred alf alfie fred
alison ali allison alyson
amanda mandy
andrew andy drew andreas andrei
anthony tony antony anton antonio
arthur art artie
barbara barb babs
benjamin ben benny
bernard bernie
catherine katherine kathryn cathy kathy kate katie kat cath katharine catharine
charles charlie chuck carl karl
christine christina chris chrissie tina kristina
christopher chris kit topher kris
daniel dan danny
david dave davy
deborah debbie deb debra
donald don donnie
dorothy dot dottie
edward ed eddie ted ned
eleanor ellie nell nora
elizabeth liz lizzie beth betty eliza lisa elisabeth libby bess
emily em emmy
eugene gene
frances fran frankie
francis frank frankie
franklin frank
frederick fred freddie freddy frederic
gabriel gabe
geoffrey geoff jeff jeffrey
gerald gerry jerry gerard
gregory greg gregor
harold harry hal
heinrich heinz
henry harry hank
isabella bella izzy isabel isabelle
jacob jake
jacqueline jackie jacqui
james jim jimmy jamie
janet jan
jennifer jen jenny jenni
jessica jess jessie
joanna jo joanne
john jack johnny jon
jonathan jon jonny johnathan
joseph joe joey
joshua josh
judith judy
kenneth ken kenny
kimberly kim kimberley
laurence larry lawrence laurie
leonard len lenny leo
louise lou
louis lou lewis
margaret maggie peggy meg marge margie greta
martin marty
matthew matt mathew matthias
maximilian max
megan meg
melanie mel
michael mike mick mickey micky
michelle shelly
mitchell mitch
nathan nate nathaniel
nicholas nick nicky nicolas niklas
nicola nicky nicole
oliver ollie olly
pamela pam
patricia pat patty trish tricia
patrick pat paddy
peter pete pieter
philip phil phillip philippe
rachel rach rachael
raymond ray
rebecca becky becca rebekah
richard rick dick rich ricky richie
robert bob rob bobby robbie bert
roberta bobbie
ronald ron ronnie
samantha sam
samuel sam sammy
sarah sally sara
stephanie steph stef
stephen steven steve stefan
stewart stuart stu
susan sue susie suzanne susanna
terence terry terrence
theodore ted teddy theo
theresa terry tess teresa tessa
thomas tom tommy
timothy tim timmy
valerie val
victoria vicky vicki tori
vincent vince vinny
walter walt wally
wilhelm willi
william bill will billy willy liam
zachary zach zack
""".strip()

# Names that differ by a letter and are two people's all the same.
_OTHERS: Final = """
adam adrian aisha alan alana albert alice alina amelia amina amir amy ana andrea angela anita anna anne annika anneke
ann antonia ashley august augusta ava aaron beatrice brian bruce camilla carla carlo carlos carmen carol caroline
celia charlotte chloe claire clara claudia claudio colin connor craig daniela danielle darren dean denis denise derek
diana diane dominic duncan dylan elena elias ellen eliot emil emma eric erica erika erik eva evan felix fiona florence
gareth gary george georgia georgina gemma giles giulia gloria grace graham grant hanna hannah harriet helen helena
henrik hugh hugo ian imogen ingrid irene iris ivan ivana jan jana jane jasmine jason javier jean jeremy jill jim joan
joel jorge jose josef josephine juan julia julian juliana julie julius jun justin justine karen karin karla katja keith
kelly kevin lara laura lauren lea leah lena leon leona lewis lia lily linda lola lorenzo lorna lucas lucia lucy luis
luisa luca luke lydia malcolm marc marcel marcela marco marcus maria mariana marie marina mario marion mark marta martha
martina mary maya mia milan milena mila mina miriam mohamed mona monica nadia nadine naomi natalia natalie neil nelson
nina noah noel nuno olga olivia omar oscar owen pablo paul paula pauline paulo pedro penelope petra priya rahul ralph
raul renata rita robin roger roland rosa rosie ross roy russell ruth ryan sebastian sergio shaun sean simon simone
sofia sophia sophie stella sunil sven sylvia tamara tanya tara theodora tobias tomas toni tracy ursula vanessa vera
veronica victor viktor viktoria violet vivian wayne wendy xavier yasmin yusuf yvonne yvette zoe
""".split()


def _forms() -> dict[str, frozenset[int]]:
    """Each form → the groups it belongs to: Alex is Alexander or Alexandra."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_GROUPS.splitlines()):
        for form in line.split():
            found.setdefault(form, set()).add(number)
    return {form: frozenset(groups) for form, groups in found.items()}


FORMS: Final = _forms()
GIVEN: Final = frozenset(FORMS) | frozenset(_OTHERS)
"""Given names we know: two of them that are no forms of one another are two people's."""


def short_forms(one: str, other: str) -> bool:
    """Whether two folded given names may be the same name, in full and in short."""
    return bool(FORMS.get(one, frozenset()) & FORMS.get(other, frozenset()))
