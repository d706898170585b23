"""JSON Resume."""

from pathlib import Path

from rightday.talent.cvs.reading.resumes import read_resume


def test_education_and_work(tmp_path: Path) -> None:
    path = tmp_path / "cv"
    path.write_text(
        '{"basics": {"name": "Jo"}, "education": [{"institution": "Leeds", "area": "Law", "startDate": "2001"}]}'
    )
    assert read_resume(path).text == "Jo\n\nEducation\n\nLaw, Leeds\n2001 – present"
