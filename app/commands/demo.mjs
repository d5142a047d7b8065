import { become, build, install } from "./run.mjs";

// From a fresh clone to the running demo: the server itself seeds its database and prints the ways in.
if (!install() || !build()) process.exit(1);
const port = process.env.PORT ?? "4310";
become(["app/server.ts"], { NODE_ENV: "production", DEMO: "1", PORT: port });
