"""Edit links and the portal's address come from the repository's own name."""

import subprocess
from pathlib import Path

import pytest

from stifinner.adapter.git.repository import (
    Repository,
    find_commit_time,
    find_repository,
    find_site_url,
)

RUN = {"GITHUB_REPOSITORY": "Kommunen/laering", "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REF_TYPE": "branch"}


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=Prøve", "-c", "user.email=prove@example.no"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--initial-branch=arbeid")
    return tmp_path


@pytest.mark.parametrize(
    ("remote", "url"),
    [
        ("https://github.com/kommunen/laering.git", "https://github.com/kommunen/laering"),
        ("https://github.com/kommunen/laering", "https://github.com/kommunen/laering"),
        ("https://navn:hemmelig@github.com/kommunen/laering.git/", "https://github.com/kommunen/laering"),
        ("git@github.com:kommunen/laering.git", "https://github.com/kommunen/laering"),
        ("ssh://git@github.com/kommunen/laering.git", "https://github.com/kommunen/laering"),
        ("ssh://git@github.com:22/kommunen/laering.git", "https://github.com/kommunen/laering"),
        ("git@github.com:kommunen/kommunen.github.io.git", "https://github.com/kommunen/kommunen.github.io"),
        ("git@github.fylket.no:kommunen/laering.git", "https://github.fylket.no/kommunen/laering"),
    ],
)
def test_repository_of_a_clone_is_its_remote(clone: Path, remote: str, url: str) -> None:
    git(clone, "remote", "add", "origin", remote)
    assert find_repository(clone, {}) == Repository(url, "main")


@pytest.mark.parametrize(
    "remote", ["/srv/git/laering.git", "file:///srv/laering", "https://gitlab.com/kommunen/laering"]
)
def test_repository_is_unknown_where_no_edit_page_is_known(clone: Path, remote: str) -> None:
    git(clone, "remote", "add", "origin", remote)
    assert find_repository(clone, {}) is None


def test_repository_is_unknown_without_a_remote(clone: Path) -> None:
    assert find_repository(clone, {}) is None


def test_repository_is_unknown_outside_git(tmp_path: Path) -> None:
    assert find_repository(tmp_path / "finnes-ikke", {}) is None


def test_branch_of_a_clone_is_the_main_branch_of_its_remote(clone: Path) -> None:
    git(clone, "remote", "add", "origin", "git@github.com:kommunen/laering.git")
    git(clone, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/hoved")
    assert find_repository(clone, {}) == Repository("https://github.com/kommunen/laering", "hoved")


def test_a_portal_in_a_folder_of_the_repository_is_edited_there(clone: Path) -> None:
    git(clone, "remote", "add", "origin", "git@github.com:kommunen/laering.git")
    (clone / "portal").mkdir()
    repository = find_repository(clone / "portal", {})
    assert repository == Repository("https://github.com/kommunen/laering", "main", "portal/")
    assert repository.edit_base == "https://github.com/kommunen/laering/edit/main/portal/"


def test_a_run_on_github_knows_its_repository(clone: Path) -> None:
    git(clone, "remote", "add", "origin", "git@github.com:noen/annet.git")
    environ = {**RUN, "GITHUB_REF_NAME": "main"}
    assert find_repository(clone, environ) == Repository("https://github.com/Kommunen/laering", "main")


def test_a_pull_request_is_edited_where_it_goes(clone: Path) -> None:
    environ = {**RUN, "GITHUB_REF_NAME": "12/merge", "GITHUB_BASE_REF": "hoved"}
    assert find_repository(clone, environ) == Repository("https://github.com/Kommunen/laering", "hoved")


def test_a_tag_cannot_be_edited(clone: Path) -> None:
    environ = {**RUN, "GITHUB_REF_NAME": "v1", "GITHUB_REF_TYPE": "tag"}
    assert find_repository(clone, environ) == Repository("https://github.com/Kommunen/laering", "main")


@pytest.mark.parametrize(
    ("environ", "repository", "address"),
    [
        ({}, Repository("https://github.com/Kommunen/laering", "main"), "https://kommunen.github.io/laering/"),
        ({}, Repository("https://github.com/Kommunen/kommunen.github.io", "main"), "https://kommunen.github.io/"),
        ({}, Repository("https://github.fylket.no/kommunen/laering", "main"), ""),
        ({}, None, ""),
        ({"SITE_URL": "https://laering.no"}, None, "https://laering.no/"),
        (
            {"SITE_URL": "https://laering.no/portal/"},
            Repository("https://github.com/kommunen/laering", "main"),
            "https://laering.no/portal/",
        ),
    ],
)
def test_site_url_is_what_is_said_or_the_repositorys_own_pages(
    environ: dict[str, str], repository: Repository | None, address: str
) -> None:
    assert find_site_url(environ, repository) == address


def test_commit_time_is_that_of_the_last_commit(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-03-01T12:00:00Z")
    git(clone, "commit", "--allow-empty", "--message", "først")
    assert find_commit_time(clone) == "1772366400"


def test_commit_time_is_unknown_before_the_first_commit(clone: Path) -> None:
    assert find_commit_time(clone) == ""
