"""Pages as words."""

from rightday.intake.reading.web import tree, words_of


def test_words_of_a_page() -> None:
    page = "<html><head><style>x</style></head><p>One <b>two</b><br>three</p><script>no</script><div>4&amp;5</div>"
    assert words_of(page) == "One two\nthree\n4&5"


def test_a_page_that_is_badly_closed_or_deep_is_read() -> None:
    assert words_of("</p></div><p>a" + "<i>" * 5_000 + "b") == "ab"
    assert [one.tag for one in tree("<ul><li>a<li>b</ul><p>").all()] == ["ul", "li", "li", "p"]
