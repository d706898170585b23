"""Plans of calls without demand yet: keep in touch, knowledge, referral, check-in. Pure."""

from __future__ import annotations

from rightday.calls import plan_parts as parts
from rightday.calls.plan_parts import Brief, Objective, Plan, Question, WhatIf


def keep_in_touch(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "What has changed on the team",
            "One plan for the months to come, with its day",
            "Glad of the call, and may be called again",
        ),
        open=f"{parts.hello(brief)} No favour to ask: I wanted to hear how the last months went.",
        questions=(
            Question("changed", "What is different on the team since we last spoke?", "A plan with a day comes back."),
            parts.TEAM,
            parts.ELSE,
        ),
        close="May I check in again in three months, or is there a better day?",
        what_if=(WhatIf("you again", "Fair. Which day in the year is one call from me worth it to you?"),),
    )


def knowledge(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "Where the project stands, and who joins it",
            "One thing about the project that nobody else has told you",
            "Who answers for it, by name",
        ),
        open=f"{parts.hello(brief)} {parts.heard(brief)} You are the one I could learn it from.",
        questions=(
            Question("project", "What has to be finished, and by when?", "A project holds for half a year."),
            Question("people", "Where will the people for it come from?", "Outside people make it warm."),
            parts.ELSE,
        ),
        close=f"I learned something, thank you. {parts.PERMISSION}",
        what_if=(parts.NO_AGENCIES, parts.BUSY),
    )


def referral(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "Two names, and leave to say who sent you",
            "One name with a way to reach it",
            "A place where to look",
        ),
        open=f"{parts.hello(brief)} You know this field better than I do, so I ask you before I look anywhere else.",
        questions=(
            Question("name", "Who is the best you have worked with?", "A name to call today."),
            Question("seen", "Where have they been interviewing, and with whom?", "Company and manager: a lead."),
            parts.ELSE,
        ),
        close="May I say that you sent me? And may I tell you what came of it?",
        what_if=(WhatIf("I can’t think of anyone", "Whom did you last miss when they left?"),),
    )


def check_in(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "One thing in the way, and whether the team is hiring",
            "Which openings they were offered this week",
            "They are well, and expect your call next week",
        ),
        open=f"{parts.hello(brief)} How was the week?",
        questions=(
            Question("week", "What is in your way just now?", "Something you can put right today."),
            Question("openings", "Which openings were put to you this week, and by whom?", "Each one is a lead."),
            Question("team", "Is the team taking anyone on, and who decides?", "A manager with a name and a need."),
        ),
        close="Same time next week?",
        what_if=(WhatIf("I’m thinking of leaving", "Thank you for telling me first. What would have to change?"),),
    )
