"""Hypothesis under mutants, as a plugin of pytest: the same examples, none made smaller."""

from hypothesis import HealthCheck, Phase, settings


def pytest_collection() -> None:
    """After the tests' own profile is loaded, before the modules that build on it."""
    settings.register_profile(
        "mutants",
        settings(),
        phases=(Phase.explicit, Phase.generate),
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutants")
