"""Plans of calls to clients about job orders, and to colleagues (FIELD_GUIDE 7, 8, 10, 11). Pure.

A kind that has a page of its own still has a plan here: it is what stands before anything is on record.
"""

from __future__ import annotations

from rightday.calls import plan_parts as parts
from rightday.calls.plan_parts import Brief, Objective, Plan, Question, WhatIf

NEXT = Question(
    "next", "What happens next on your side, who does it, and by which day?", "Sets the day of the next call."
)
HOLD = WhatIf(
    "it is on hold", "What has to happen before it comes off hold, and which day should I ask you about that?"
)
THINK = WhatIf("I need to think about it", "Of course. What is it that you would want to know before you decide?")


def progress(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "Their next commitment, with a day",
            "What has changed in what they need",
            "They know where we stand, and may be called again",
        ),
        open=f"{parts.hello(brief)} Here is where we stand with {_role(brief)}: two minutes, then one question.",
        questions=(
            NEXT,
            Question("changed", "What has changed in what you need since we last spoke?", "It goes on the job order."),
            Question(
                "others", "Who else has sent you people, and how good were they?", "Shows whom you are up against."
            ),
            parts.ELSE,
        ),
        close="So you do that by then, and I call you on the day. Is there any reason it would not happen?",
        what_if=(HOLD, parts.BUSY),
    )


def present(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "An interview, with a day and an hour",
            "They read the CV today and say yes or no tomorrow",
            "What is missing in this person, in their words",
        ),
        open=f"{parts.hello(brief)} I have somebody for {_role(brief)}, and I’d rather tell you than mail you.",
        questions=(
            Question("fit", "Which of the things I said matters most to you?", "Goes on the job order."),
            Question("doubt", "What would you want to hear from them before you decide?", "The debrief asks for it."),
            Question("when", "When can you see them: tomorrow or the day after?", "An interview arranged."),
        ),
        close="I’ll hold that hour with them now. Who else should be in the room?",
        what_if=(
            WhatIf("send me the CV", "I will. What should it show you, so that you would see them this week?"),
            THINK,
        ),
    )


def feedback(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "Their decision, and what happens next by which day",
            "What is in the way of a decision, and how it is cleared",
            "What they saw, line by line",
        ),
        open=f"{parts.hello(brief)} I have heard their side of it. I’d like to hear yours before it cools.",
        questions=(
            Question("saw", "What did they show you of what you need?", "Fills the gap analysis."),
            Question("gap", "What did you not see yet?", "Goes back to the candidate or a referee today."),
            NEXT,
        ),
        close="Are you ready to move forward? Is there any reason not to?",
        what_if=(THINK, WhatIf("we want to see others", "What would they have to bring that this one does not?")),
    )


def offer(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "The offer said, and its answer by a day",
            "What would make it a yes",
            "Where each term stands",
        ),
        open=f"{parts.hello(brief)} About the offer for {_role(brief)}: I’d like to go through it term by term.",
        questions=(
            Question("terms", "Which of the terms would you change, and to what?", "Stands with the offer."),
            Question(
                "others", "What else is on the table, and when does that answer come?", "A counter-offer in time."
            ),
            Question("start", "Which day would be the first?", "The plan is worked back from it."),
        ),
        close="If we settle that one point, is it a yes today?",
        what_if=(THINK, WhatIf("my employer will match it", "What would still be the same there in half a year?")),
    )


def start_check(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "They walked in, and both sides are glad",
            "What was missing on the first morning",
            "They are there",
        ),
        open=f"{parts.hello(brief)} One minute only: did it start as planned this morning?",
        questions=(
            Question("came", "Is everybody where they should be?", "A no-show is known at once."),
            Question("missing", "What is still missing: access, a desk, a name to ask?", "Mended today."),
            Question("first", "What should be done by the end of the first week?", "The first check-in asks for it."),
        ),
        close="I’ll call again next week. Which hour suits you best?",
        what_if=(WhatIf("they have not come", "I’ll find out now and call you back within the hour."),),
    )


def mpc(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "An interview for them this week",
            "Advice: who else would want them",
            "What they would look for, and when",
        ),
        open=f"{parts.hello(brief)} I have somebody you would not find by looking. Three sentences, then you judge.",
        questions=(
            Question("see", "Would you give them half an hour on Thursday or Friday?", "An interview arranged."),
            Question("advice", "If not you: who would want to know about them?", "A name is a lead."),
            parts.SEEING,
        ),
        close="Shall I hold Thursday at ten with them, and send you one page tonight?",
        what_if=(WhatIf("we are not hiring", "Understood. Who in your place would be, and may I say you sent me?"),),
    )


def event(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "A seat taken at the breakfast meeting",
            "A yes if the diary allows",
            "Who on their side should come",
        ),
        open=f"{parts.hello(brief)} A dozen people who build teams meet for breakfast. I’d like you to be one of them.",
        questions=(
            Question("come", "May I put your name on a seat?", "They come."),
            Question("topic", "What would you want the others to speak about?", "Something learned."),
            parts.ELSE,
        ),
        close="I’ll send you the place. May I call you the day before?",
        what_if=(parts.BUSY,),
    )


def support(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "The one call they have put off, made today",
            "Where they are stuck, in their own words",
            "They know whom to ask",
        ),
        open=f"{parts.hello(brief)} Ten minutes for your desk, nobody’s numbers.",
        questions=(
            Question("stuck", "Which call have you put off, and what would make it easy?", "Practise it now."),
            Question(
                "closest", "What is closest to the money, and what is in its way?", "The next step on that order."
            ),
            Question("help", "Whom of us do you need for it, and for how long?", "An hour with a colleague, today."),
        ),
        close="Make that one now, and tell me how it went?",
        what_if=(WhatIf("it is all fine", "Good. Which call would you like to have made by tonight?"),),
    )


def _role(brief: Brief) -> str:
    return parts.role(brief) or "the role we spoke about"
