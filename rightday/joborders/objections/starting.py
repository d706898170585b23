"""The set that every agency's library starts with, in our own words: who says it, about what, what it means, answers.

In an answer {candidate} and {client} stand for first names; a plan puts them in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rightday.joborders.objections.rules import About, Side


@dataclass(frozen=True, slots=True)
class Start:
    """One objection of the set: `when` says at which moment one hears it."""

    side: Side
    about: About
    when: str
    words: str
    means: str
    answers: tuple[str, ...]


def _set(side: Side, about: About, when: str, *rows: tuple[str, str, tuple[str, ...]]) -> tuple[Start, ...]:
    return tuple(Start(side, about, when, words, means, answers) for words, means, answers in rows)


SKILLS: Final = _set(
    Side.CLIENT, About.SKILL, "After an interview",
    ("{candidate} doesn’t know one of our tools.", "I see weeks of learning that nobody has time for.",
     ("Which task in the first month needs it, and who on your team could sit beside {candidate} for that one?",
      "Set {candidate} an hour of your own work with it this week, and judge what comes back.")),
    ("We need somebody deeper in this.", "A question in the interview stayed unanswered.",
     ("Which question was it? May {candidate} answer it in writing by tomorrow?",)),
    ("It has been a while since {candidate} used it.", "I fear that it is rusty.",
     ("What has changed in it since, in your view? Ask {candidate} about exactly that in ten minutes by phone.",)),
    ("On paper there is more than I heard.", "The CV said one thing, the talk another.",
     ("What did you expect to hear? I will ask somebody who saw {candidate} do it, and tell you what they say.",)),
)  # fmt: skip
EXPERIENCE: Final = _set(
    Side.CLIENT, About.EXPERIENCE, "After an interview",
    ("{candidate} has not worked in our sector.", "Our rules are not like those elsewhere.",
     ("Which of your rules trips up new people most? Let us see what {candidate} did where rules were as strict.",)),
    ("Not enough years.", "Years stand for something that I could not see.",
     ("What should those years have taught? Ask {candidate} for the last time it was needed.",)),
    ("{candidate} only worked in large companies.", "Will somebody who had help for everything do it alone?",
     ("What would {candidate} have to do alone here in week one? I will find out when that last happened.",)),
    ("{candidate} changes jobs often.", "We will be looking again in a year.",
     ("Shall I give you the reason of each, and a manager who would take {candidate} back?",)),
)  # fmt: skip
NOT_SOLVED: Final = _set(
    Side.CLIENT, About.NOT_SOLVED, "After an interview",
    ("{candidate} has never solved this one.", "I do not want to pay for somebody’s first attempt.",
     ("Who has, and where are they? Otherwise: which part of it is new to {candidate}, and which part is not?",
      "What was nearest to it is on record. Let me tell it to you, and you say what is different here.")),
    ("Our case is special.", "Nobody asked enough about it.",
     ("What makes it special? Give {candidate} the facts, and twenty minutes with whoever knows it best.",)),
    ("I didn’t hear how {candidate} would begin.", "I need a picture of the first month.",
     ("May {candidate} send you the first thirty days on one page by tomorrow noon?",)),
    ("{candidate} had a whole team for that.", "What was their own part?",
     ("Fair. I will ask the manager of that time which part was {candidate}’s own, and ring you back today.",)),
)  # fmt: skip
NOT_DELIVERED: Final = _set(
    Side.CLIENT, About.NOT_DELIVERED, "After an interview",
    ("{candidate} has not delivered that before.", "It could stop half-way.",
     ("Which half worries you, the building or the handing over? Let us take that half alone.",
      "What could you see after two weeks that would tell you it will be delivered?")),
    ("I saw no numbers.", "Anybody can say it went well.",
     ("Which number would settle it? I will get it from the person who measured it.",)),
    ("Will my people be able to run it afterwards?", "We were left with a mess before.",
     ("What would they have to be able to do alone? A past manager can tell you what {candidate} left behind.",)),
    ("It has to be done by our date.", "I have promised it upstairs.",
     ("Working back from that date, on which day must somebody start? Then let us settle who by Friday.",)),
)  # fmt: skip
SCOPE: Final = _set(
    Side.CLIENT, About.SCOPE, "After an interview",
    ("This is bigger than what {candidate} has done.", "I would have to carry part of it.",
     ("Which part would you cut out if you had to? Could {candidate} start with the rest?",
      "What was the largest thing you took on when you were new to it, and what helped?")),
    ("It needs somebody more senior.", "I am not sure who would push back.",
     ("Tell me a moment in which they must push back. I will ask for one like it from {candidate}’s last project.",)),
    ("{candidate} has not led so many people.", "Somebody has to hold them together.",
     ("How many report to them in month one, and how many by summer? Let us compare month one.",)),
)  # fmt: skip
MONEY: Final = _set(
    Side.CLIENT, About.MONEY, "At the offer",
    ("{candidate} is over budget.", "I must explain it to somebody.",
     ("By how much? And what does each week without somebody cost you?",
      "Who signs the difference, and what would they have to hear?")),
    ("Your fee is too high.", "I compare it with one that fills nothing.",
     ("Compared with what? If nobody starts, you pay us nothing.",)),
    ("Could {candidate} start for less and go up?", "I would like to try first.",
     ("What would have to be true after three months? Let us write that day and that figure into the offer.",)),
)  # fmt: skip
DECISION: Final = _set(
    Side.CLIENT, About.DECISION, "At the decision",
    ("We want to see one more person.", "I have not seen one thing yet. Find out which.",
     ("Of course. What would that person have to show you that {candidate} has not?",
      "When would you see them, and what happens to your date meanwhile?",
      "Let {candidate} show you that one thing this week, then decide.")),
    ("I need to talk to somebody else first.", "I do not decide alone.",
     ("What will they ask? Let me send you the answer before you see them.",
      "When do you speak? I will ring you an hour after.")),
    ("We’ve put it on hold.", "Something else took the budget or the time.",
     ("What has to happen before it comes off hold, and on which day would you know?",)),
    ("Let me think about it.", "There is a doubt that I have not said.",
     ("Certainly. Which point would you think about most?",)),
    ("We may move somebody from within.", "It would cost me nothing.",
     ("Who does their work then? And by which day will you know whether they want it?",)),
    ("Call me next month.", "It does not hurt yet.",
     ("Gladly. What will be different then? Which day suits you?",)),
)  # fmt: skip
FIRST_CALL: Final = _set(
    Side.CLIENT, About.FIRST_CALL, "First call",
    ("Send me the CV first.", "I want you off the phone.",
     ("I will, when it is the right one. Which two things must be on it?",)),
    ("We don’t work with agencies.", "One of them cost me time.",
     ("Understood. What did you do when a place was last hard to fill?",)),
    ("We have our own list of agencies.", "I may not decide that.",
     ("Who keeps the list, and which place has it been slow on?",)),
)  # fmt: skip
CANDIDATES: Final = (
    *_set(
        Side.CANDIDATE, About.REFERENCES, "Before a submittal",
        ("Don’t wear my references out.", "They are a favour that I can ask once.",
         ("I call each of them once, for all that we do together. You hear from me before I ring.",)),
        ("I give references at the offer.", "I do not know whether it is worth it yet.",
         ("By then somebody else has theirs in hand. What would you need to know first to name one?",)),
        ("You have no job for me yet.", "What do I get for it?",
         ("True. With three voices behind you I can ring the managers who have not advertised yet.",)),
    ),
    *_set(
        Side.CANDIDATE, About.MONEY, "At the offer",
        ("The money isn’t right.", "Something else is not right, too.",
         ("If the money were right, would you say yes today? What else, then?",)),
        ("They’ve offered me more to stay.", "It is easier not to leave.",
         ("What made you talk to me in the first place? Does their offer change that?",)),
    ),
    *_set(
        Side.CANDIDATE, About.DECISION, "At the decision",
        ("I’m waiting for another offer.", "I do not want to choose too early.",
         ("Which of the two would you take if both were there today? When does the other one come?",)),
        ("I’d have to talk to my family.", "The change reaches further than the job.",
         ("Of course. What will they ask? When do you speak, tonight?",)),
    ),
)  # fmt: skip
REFEREES: Final = _set(
    Side.REFEREE, About.REFERENCES, "Reference call",
    ("We may only confirm dates.", "A rule of the house, or I would rather not.",
     ("I understand. Would you take this person back? A yes or no helps already.",)),
    ("I have no time for this.", "It could take long.",
     ("Four minutes: three questions about the work. Now, or at five?",)),
    ("I don’t want to be quoted.", "It might come back to me.",
     ("Then it stays between us, marked in confidence. What should I know?",)),
)  # fmt: skip
STARTING: Final = (
    *SKILLS, *EXPERIENCE, *NOT_SOLVED, *NOT_DELIVERED, *SCOPE, *MONEY, *DECISION, *FIRST_CALL, *CANDIDATES, *REFEREES,
)  # fmt: skip
