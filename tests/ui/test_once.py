from rightday.ui.once import new_key


def test_keys_are_32_hexadecimal_digits_and_never_the_same() -> None:
    keys = {new_key() for _ in range(100)}
    assert len(keys) == 100
    assert all(len(key) == 32 and int(key, 16) >= 0 for key in keys)
