import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const FOLDER = path.resolve(import.meta.dirname, "../../db/migrations");

const TEMPLATE = `import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql\`
  \`.execute(db);
}
`;

/** Writes the next migration of today and its lines in index.ts; the name is kebab-case. */
async function createMigration(name: string): Promise<string> {
  const index = path.join(FOLDER, "index.ts");
  const text = await readFile(index, "utf8");
  const day = new Date().toISOString().slice(0, 10);
  const today = [...text.matchAll(/^ {2}"(\d{4}-\d\d-\d\d)-(\d\d)-/gm)].filter((match) => match[1] === day);
  const key = `${day}-${String(today.length + 1).padStart(2, "0")}-${name}`;
  const binding = name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  if (text.includes(` as ${binding} `)) throw new Error(`There is a migration named ${name} already.`);
  await writeFile(path.join(FOLDER, `${key}.ts`), TEMPLATE, { flag: "wx" });
  const withImport = text.replace(/\n\n\/\*\*/, `\nimport * as ${binding} from "./${key}.ts";\n\n/**`);
  await writeFile(index, withImport.replace(/\n};\n$/, `\n  "${key}": ${binding},\n};\n`));
  return path.join("db/migrations", `${key}.ts`);
}

const name = process.argv[2] ?? "";
const usable = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);
try {
  if (!usable) throw new Error("Usage: npm run db:new -- <kebab-case-name>");
  console.log(`${await createMigration(name)}: write it, then its table in db/tables/`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
