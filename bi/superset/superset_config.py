"""Superset's configuration; SUPERSET_HOME holds its state, and the warehouse's password stays where it is."""

import os
from pathlib import Path

from flask import Blueprint

HOME = Path(os.environ["SUPERSET_HOME"])
SECRET_KEY = Path(os.environ["SUPERSET_SECRET_KEY_FILE"]).read_text(encoding="utf-8").strip()
SQLALCHEMY_DATABASE_URI = f"sqlite:///{HOME / 'superset.db'}"

BABEL_DEFAULT_LOCALE = "zh"
LANGUAGES = {"zh": {"flag": "cn", "name": "简体中文"}, "en": {"flag": "us", "name": "English"}}
APP_NAME = "文章数据仓库"
FEATURE_FLAGS = {"DASHBOARD_CROSS_FILTERS": True, "ALERT_REPORTS": False}
WTF_CSRF_ENABLED = True
SESSION_COOKIE_SAMESITE = "Lax"
# figures change when a refresh publishes, so that nothing is kept
DATA_CACHE_CONFIG = {"CACHE_TYPE": "NullCache"}
ROW_LIMIT = 5000
SQLLAB_TIMEOUT = 60
SUPERSET_WEBSERVER_TIMEOUT = 65

# the articles' pages, which the dashboards link to: /reports/articles/LOAD.html#o-OBSERVATION
REPORTS = os.environ.get("SUPERSET_REPORTS_DIR")
BLUEPRINTS = [Blueprint("reports", __name__, static_folder=REPORTS, static_url_path="/reports")] if REPORTS else []


def DB_CONNECTION_MUTATOR(uri, params, username, security_manager, source):  # noqa: ANN001, ANN201, N802
    """Fill in where the warehouse is; Superset's own database never holds the password."""
    if uri.username != "bi_reader":
        return uri, params
    password_file = os.environ.get("BI_READER_PASSWORD_FILE")
    password = Path(password_file).read_text(encoding="utf-8").strip() if password_file else uri.password
    host, port = os.environ.get("WAREHOUSE_BI_HOST", uri.host), os.environ.get("WAREHOUSE_BI_PORT", uri.port)
    return uri.set(host=host, port=int(port), password=password), params
