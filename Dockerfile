# Derek in a container. Build: docker build -t derek .   Run: see README.md, "In a container".

FROM rust:1.95-slim-bookworm AS build
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build

# The dependencies are a layer of their own: it is built again only when these files change. Tests and benches, which are
# named in the manifests, do not come along. `.ci/container.py` walks these steps.
COPY Cargo.toml Cargo.lock ./
COPY sandbox/Cargo.toml sandbox/
RUN sed -i '/^\[\[/,/^$/d' Cargo.toml sandbox/Cargo.toml \
    && mkdir -p src sandbox/src \
    && echo 'fn main() {}' | tee src/main.rs sandbox/src/main.rs >/dev/null \
    && touch src/lib.rs sandbox/src/lib.rs \
    && cargo build --release --locked --bin derek \
    && rm -r src sandbox/src

COPY src src
COPY sandbox/src sandbox/src
COPY sandbox/page sandbox/page
COPY data data
# The files are older than what the layer above built from empty ones: cargo goes by their times.
RUN find src sandbox data -type f -exec touch {} + \
    && cargo build --release --locked --bin derek


FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --home-dir /derek --create-home derek \
    && install --directory --owner derek /derek/state
WORKDIR /derek
COPY --from=build /build/target/release/derek /usr/local/bin/derek
COPY data/articles data/articles
USER derek
# A missing token is an error here: the sandbox runs only when it is asked for (DEREK_SANDBOX=on).
ENV DEREK_SANDBOX=off
VOLUME /derek/state
STOPSIGNAL SIGTERM
# Healthy: Telegram was heard within the last two minutes.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["derek", "health"]
ENTRYPOINT ["derek"]
