# The gate in a container. Mount the repository to judge at /repo, read-only if you like:
#   docker run --rm --volume "$PWD:/repo:ro" license-gate check
#
# A release pins the base image by digest: replace the tag in PYTHON_IMAGE with tag@sha256:... as printed by
#   docker buildx imagetools inspect python:3.13-slim-bookworm
ARG PYTHON_IMAGE=python:3.13-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /source
COPY requirements.lock ./
RUN python -m venv /opt/license-gate \
    && /opt/license-gate/bin/python -m pip install --require-hashes --only-binary=:all: --no-deps -r requirements.lock
COPY LICENSE README.md pyproject.toml ./
COPY license_gate ./license_gate
COPY policies ./policies
COPY schemas ./schemas
RUN python -m pip wheel --no-deps --wheel-dir /wheels . \
    && /opt/license-gate/bin/python -m pip install --no-deps --no-index --find-links /wheels license-gate

FROM ${PYTHON_IMAGE}
LABEL org.opencontainers.image.title="license-gate" \
      org.opencontainers.image.description="Judges the license terms of the AI models that a repository uses" \
      org.opencontainers.image.licenses="Apache-2.0"
# Debian keeps only the newest git of a release, so a pinned version would break the build, not make it sure.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory /repo \
    && useradd --system --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin gate
COPY --from=build /opt/license-gate /opt/license-gate
ENV PATH=/opt/license-gate/bin:$PATH PYTHONDONTWRITEBYTECODE=1
WORKDIR /repo
USER 10001
ENTRYPOINT ["license-gate"]
CMD ["check"]
