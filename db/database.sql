-- Hands a new, empty database to the roles of Praxisspiegel. Run once per database, as a superuser, after roles.sql:
--   psql -d praxisspiegel -f db/database.sql

alter database :"DBNAME" owner to praxisspiegel_owner;
revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME" to praxisspiegel_app, praxisspiegel_report;
