import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every URL, in the order of the line: sign in → definition → round → response → release → report. */
export default [
  index("routes/home.tsx"),
  route("anmelden", "routes/sign-in/ask.tsx"),
  route("anmelden/code", "routes/sign-in/code.tsx"),
  route("anmelden/link/:token", "routes/sign-in/link.tsx"),
  route("abmelden", "routes/sign-in/sign-out.tsx"),
  route("sprache", "routes/language.tsx"),
  route("demo/anmelden/:role", "routes/demo/sign-in.tsx"),
  route("demo/mail", "routes/demo/mail.tsx"),

  route("fassungen/:roundId/:checksum.json", "routes/definition.ts"),

  route("erhebungen", "routes/rounds/list.tsx"),
  route("erhebungen/:roundId", "routes/rounds/round.tsx"),

  route("boegen", "routes/responses/list.tsx"),
  route("boegen/:invitationId", "routes/responses/start.tsx"),
  route("boegen/:invitationId/ausfuellen", "routes/responses/fill.tsx"),
  route("boegen/:invitationId/aenderungen", "routes/responses/changes.ts"),
  route("boegen/:invitationId/pruefen", "routes/responses/review.tsx"),
  route("boegen/:invitationId/beleg", "routes/responses/receipt.tsx"),
  route("boegen/:invitationId/antworten", "routes/responses/submitted.tsx"),
  route("boegen/:invitationId/leer", "routes/responses/blank.tsx"),

  route("auswertungen", "routes/releases/list.tsx"),
  route("auswertungen/:releaseId", "routes/releases/report.tsx"),
  route("auswertungen/:releaseId/export/:format", "routes/releases/export.ts"),
  route("regel", "routes/releases/rule.tsx"),

  route("impressum", "routes/legal/imprint.tsx"),
  route("datenschutz", "routes/legal/privacy.tsx"),
  route("barrierefreiheit", "routes/legal/accessibility.tsx"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
