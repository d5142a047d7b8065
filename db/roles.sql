-- The three login roles of Praxisspiegel, for the operator of a PostgreSQL server of their own (15 or newer).
-- Run once per server as a superuser, then database.sql once per database:
--   psql -v owner_password=… -v app_password=… -v report_password=… -f db/roles.sql
-- owner  runs migrations and nothing else
-- app    reads and writes rows; no DDL, no change of what is frozen (the migrations grant it table by table)
-- report reads the tables of releases and nothing else

create role praxisspiegel_owner login password :'owner_password';
create role praxisspiegel_app login password :'app_password';
create role praxisspiegel_report login password :'report_password';

alter role praxisspiegel_app set synchronous_commit = on;
alter role praxisspiegel_app set idle_in_transaction_session_timeout = '15s';
alter role praxisspiegel_app set statement_timeout = '30s';
-- The server's log must hold no answer: neither the statement that failed, nor its parameters, nor the row it names.
alter role praxisspiegel_app set log_min_error_statement = 'panic';
alter role praxisspiegel_app set log_error_verbosity = 'terse';
alter role praxisspiegel_app set log_parameter_max_length_on_error = 0;

alter role praxisspiegel_report set default_transaction_read_only = on;
alter role praxisspiegel_report set statement_timeout = '10s';
