"""Web pages as a tree of what their elements say: no script runs, nothing is fetched."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_UNSEEN = frozenset({"script", "style", "template", "noscript"})
_BLOCKS = frozenset("address article br dd div dl dt h1 h2 h3 h4 h5 h6 li ol p section table td th tr ul".split())
# What ends by itself where such an element begins, and how far outwards that is looked for.
_ENDS = {
    "td": (("td", "th"), ("tr", "table")), "th": (("td", "th"), ("tr", "table")), "tr": (("tr",), ("table",)),
    "li": (("li",), ("ul", "ol")), "p": (("p",), ("div", "td", "li", "body")),
}  # fmt: skip
_DEEPEST = 200
_MOST = 500_000


@dataclass(slots=True)
class Element:
    """An element: `inside` holds texts and elements in their order."""

    tag: str
    attributes: dict[str, str]
    inside: list["Element | str"] = field(default_factory=list)

    def elements(self) -> "list[Element]":
        return [one for one in self.inside if isinstance(one, Element)]

    def all(self) -> "list[Element]":
        """Every element inside, in the order of the page."""
        found, waiting = [], self.elements()[::-1]
        while waiting:
            one = waiting.pop()
            found.append(one)
            waiting.extend(one.elements()[::-1])
        return found

    def words(self) -> str:
        pieces: list[str] = []
        _say(self, pieces)
        lines = "".join(pieces).splitlines()
        return "\n".join(line for line in (" ".join(one.split()) for one in lines) if line)

    def as_written(self) -> str:
        return "".join(one for one in self.inside if isinstance(one, str))


def _say(element: Element, pieces: list[str]) -> None:
    for one in element.inside:
        if isinstance(one, str):
            pieces.append(one.replace("\n", " "))
        elif one.tag not in _UNSEEN:
            pieces.append("\n" if one.tag in _BLOCKS else "")
            _say(one, pieces)
            pieces.append("\n" if one.tag in _BLOCKS else "")


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.path = [self.root]
        self.count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count += 1
        if self.count > _MOST:
            return
        self._end_before(tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.path[-1].inside.append(element)
        if tag not in _VOID and len(self.path) < _DEEPEST:
            self.path.append(element)

    def _end_before(self, tag: str) -> None:
        ends, until = _ENDS.get(tag, ((), ()))
        for place in range(len(self.path) - 1, 0, -1) if ends else ():
            if self.path[place].tag in ends:
                del self.path[place:]
                return
            if self.path[place].tag in until:
                return

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self.path) - 1, 0, -1):
            if self.path[place].tag == tag:
                del self.path[place:]
                return

    def handle_data(self, data: str) -> None:
        self.path[-1].inside.append(data)


def tree(page: str) -> Element:
    builder = _Builder()
    builder.feed(page)
    builder.close()
    return builder.root


def words_of(page: str) -> str:
    """What a page says, a line for each block."""
    return tree(page).words()
