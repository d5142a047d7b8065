/** Definitions and answers made to hurt. Each must end in a problem (or a fault of severity error) within two seconds. */
export type Hostile = { name: string; json: string };
export type HostileAnswer = Hostile & { answers: unknown };

const survey = (elements: unknown[], rest: object = {}): string => JSON.stringify({ ...rest, elements });
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const text = (name: string, rest: object = {}) => ({ type: "text", name, ...rest });
const regex = (pattern: string) => survey([text("q", { validators: [{ type: "regex", regex: pattern }] })]);

/** JSON of `depth` objects inside each other, written by hand: `JSON.stringify` would overflow. */
const nested = (depth: number, open: string, close: string) =>
  `{"elements":[${open.repeat(depth)}${close.repeat(depth)}]}`;

export const hostileDefinitions: Hostile[] = [
  { name: "5 MB of text", json: survey([text("q", { title: "x".repeat(5_000_000) })]) },
  { name: "no JSON", json: "{elements:" },
  { name: "an empty file", json: "" },
  { name: "an array", json: "[]" },
  { name: "null", json: "null" },
  { name: "a number", json: "1e999" },
  { name: "10,000 nested panels", json: nested(10_000, '{"type":"panel","name":"p","elements":[', "]}") },
  {
    name: "200 nested dynamic panels",
    json: nested(200, '{"type":"paneldynamic","name":"p","templateElements":[', "]}"),
  },
  { name: "100,000 nested arrays", json: `{"elements":${"[".repeat(100_000)}${"]".repeat(100_000)}}` },
  { name: "100,000 choices", json: survey([{ type: "dropdown", name: "q", choices: many(100_000, (i) => i) }]) },
  {
    name: "50 questions of 1,000 choices",
    json: survey(many(50, (i) => ({ type: "checkbox", name: `q${i}`, choices: many(1_000, (j) => j) }))),
  },
  { name: "choicesMax 1e8", json: survey([{ type: "dropdown", name: "q", choicesMin: 1, choicesMax: 1e8 }]) },
  { name: "a tiny choicesStep", json: survey([{ type: "dropdown", name: "q", choicesMax: 10, choicesStep: 1e-9 }]) },
  { name: "20,000 elements", json: survey(many(20_000, (i) => text(`q${i}`))) },
  { name: "1,000 pages", json: JSON.stringify({ pages: many(1_000, (i) => ({ elements: [text(`q${i}`)] })) }) },
  { name: "20,000 rows", json: survey([{ type: "matrix", name: "q", columns: [1], rows: many(20_000, (i) => i) }]) },
  {
    name: "10,000 columns",
    json: survey([
      { type: "matrixdropdown", name: "q", rows: ["r"], columns: many(10_000, (i) => ({ name: `c${i}` })) },
    ]),
  },
  {
    name: "a table of 400 × 99",
    json: survey([
      { type: "matrixdropdown", name: "q", rows: many(400, (i) => i), columns: many(99, (i) => ({ name: `c${i}` })) },
    ]),
  },
  { name: "rowCount 1e9", json: survey([{ type: "matrixdynamic", name: "q", rowCount: 1e9, columns: ["c"] }]) },
  {
    name: "minRowCount as text",
    json: survey([{ type: "matrixdynamic", name: "q", minRowCount: "1000000", columns: ["c"] }]),
  },
  {
    name: "900 rows of 90 columns",
    json: survey([{ type: "matrixdynamic", name: "q", rowCount: 900, columns: many(90, (i) => ({ name: `c${i}` })) }]),
  },
  {
    name: "panelCount 1e7",
    json: survey([{ type: "paneldynamic", name: "q", panelCount: 1e7, templateElements: [text("x")] }]),
  },
  { name: "null in pages", json: '{"pages":[null]}' },
  { name: "null in elements", json: '{"elements":[null]}' },
  { name: "null in choices", json: survey([{ type: "radiogroup", name: "q", choices: [null] }]) },
  { name: "null in rows", json: survey([{ type: "matrix", name: "q", rows: [null], columns: [1] }]) },
  { name: "null in columns", json: survey([{ type: "matrixdynamic", name: "q", columns: [null] }]) },
  { name: "null in items", json: survey([{ type: "multipletext", name: "q", items: [null] }]) },
  { name: "null in validators", json: survey([text("q", { validators: [null] })]) },
  { name: "null in triggers", json: survey([text("q")], { triggers: [null] }) },
  { name: "a string as element", json: survey(["text"]) },
  { name: "an element of type itemvalue", json: survey([{ type: "itemvalue", name: "q" }]) },
  { name: "an element of type survey", json: survey([{ type: "survey", name: "q" }]) },
  { name: "a question named __proto__", json: survey([text("__proto__")]) },
  { name: "a question named constructor", json: survey([text("constructor")]) },
  { name: "valueName __proto__", json: survey([text("q", { valueName: " __proto__ " })]) },
  { name: "a row named __proto__", json: survey([{ type: "matrix", name: "q", rows: ["__proto__|x"], columns: [1] }]) },
  {
    name: "a column named prototype",
    json: survey([{ type: "matrixdynamic", name: "q", columns: [{ name: "prototype" }] }]),
  },
  { name: "a key __proto__", json: '{"elements":[{"type":"text","name":"q","__proto__":{"polluted":true}}]}' },
  {
    name: "a trigger that sets __proto__",
    json: survey([text("q")], {
      triggers: [{ type: "setvalue", setToName: "__proto__", setValue: 1, expression: "{q} = 1" }],
    }),
  },
  { name: "U+0000 in a title", json: survey([text("q", { title: "a\u0000b" })]) },
  { name: "U+0000 in a name", json: survey([text("q\u0000")]) },
  { name: "a lone surrogate", json: '{"title":"\\ud800","elements":[]}' },
  { name: "script in a title", json: survey([text("q", { title: "<script>alert(1)</script>" })]) },
  {
    name: "script in an English text",
    json: survey([text("q", { title: { default: "a", en: "<img src=x onerror=alert(1)>" } })]),
  },
  {
    name: "script in completedHtml",
    json: survey([text("q")], { completedHtml: "<iframe src='//evil.example'></iframe>" }),
  },
  {
    name: "a script address",
    json: survey([{ type: "html", name: "q", html: "<a href='javascript:alert(1)'>x</a>" }]),
  },
  {
    name: "a script address as picture",
    json: survey([{ type: "image", name: "q", imageLink: "javascript:alert(1)" }]),
  },
  {
    name: "choicesByUrl to the cloud's metadata",
    json: survey([{ type: "dropdown", name: "q", choicesByUrl: { url: "http://169.254.169.254/latest/meta-data" } }]),
  },
  {
    name: "choicesByUrl in a column",
    json: survey([
      {
        type: "matrixdynamic",
        name: "q",
        columns: [{ name: "c", cellType: "dropdown", choicesByUrl: { url: "file:///etc/passwd" } }],
      },
    ]),
  },
  { name: "the regex ^(a+)+$", json: regex("^(a+)+$") },
  { name: "the regex (a|a)*$", json: regex("(a|a)*$") },
  { name: "the regex (.*a){30}", json: regex("(.*a)+(.*b)*((x+)*)+$") },
  { name: "a regex with look-around", json: regex("(?=.*x)") },
  { name: "a regex with a back-reference", json: regex("(a)\\1") },
  { name: "a regex that repeats repetitions", json: regex("((a{1000}){1000}){1000}") },
  { name: "a regex of 100,000 characters", json: regex("a?".repeat(50_000)) },
  { name: "a broken regex", json: regex("[") },
  { name: "an expression of 100,000 brackets", json: survey([text("q", { visibleIf: `${"(".repeat(100_000)}1` })]) },
  {
    name: "an expression of 4,000 brackets",
    json: survey([text("q", { visibleIf: `${"(".repeat(4_000)}{q} = 1${")".repeat(4_000)}` })]),
  },
  { name: "an unbalanced expression", json: survey([text("q", { visibleIf: "({q} = 1" })]) },
  { name: "a function nobody knows", json: survey([text("q", { requiredIf: "evil({q})" })]) },
  {
    name: "a required table without rows",
    json: survey([{ type: "matrixdropdown", name: "q", isRequired: true, columns: ["c"] }]),
  },
  { name: "a name of 100,000 characters", json: survey([text("x".repeat(100_000))]) },
];

const tableJson = survey([
  { type: "matrixdynamic", name: "q", maxRowCount: 3, columns: [{ name: "c", cellType: "text" }] },
]);
const choiceJson = survey([{ type: "checkbox", name: "q", choices: ["a", "b"] }]);
const panelJson = survey([{ type: "paneldynamic", name: "q", templateElements: [text("x")] }]);
const textJson = survey([text("q")]);

/** Nested far deeper than any answer is, made without recursion. */
const deep = (): unknown => {
  let value: unknown = "x";
  for (let i = 0; i < 1_000; i++) value = { q: value };
  return value;
};

export const hostileAnswers: HostileAnswer[] = [
  { name: "20,000 rows", json: tableJson, answers: { q: many(20_000, () => ({ c: "x" })) } },
  { name: "20,000 picks", json: choiceJson, answers: { q: many(20_000, () => "a") } },
  { name: "20,000 entries", json: panelJson, answers: { q: many(20_000, () => ({ x: "x" })) } },
  { name: "null and text as entries", json: panelJson, answers: { q: [null, "x"] } },
  { name: "100,000 unknown names", json: textJson, answers: Object.fromEntries(many(100_000, (i) => [`n${i}`, i])) },
  { name: "5 MB of text", json: textJson, answers: { q: "x".repeat(5_000_000) } },
  { name: "1,000 nested objects", json: textJson, answers: deep() },
  { name: "the key __proto__", json: textJson, answers: JSON.parse('{"__proto__":{"polluted":true}}') },
  {
    name: "the key __proto__ in an entry",
    json: panelJson,
    answers: JSON.parse('{"q":[{"__proto__":{"polluted":true}}]}'),
  },
  {
    name: "the name constructor",
    json: textJson,
    answers: JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  },
  { name: "U+0000", json: textJson, answers: { q: "a\u0000" } },
  { name: "U+0000 in a name", json: textJson, answers: { "q\u0000": "a" } },
  { name: "a lone surrogate", json: textJson, answers: { q: "\udc00" } },
  { name: "not a number", json: textJson, answers: { q: Number.NaN } },
  { name: "an array instead of answers", json: textJson, answers: [{ q: "x" }] },
  { name: "text instead of answers", json: textJson, answers: "q=x" },
  { name: "nothing instead of answers", json: textJson, answers: null },
  {
    name: "a HTML file",
    json: survey([{ type: "file", name: "q" }]),
    answers: { q: [{ name: "a.html", type: "text/html", content: "data:text/html;base64,PGI+" }] },
  },
  {
    name: "a file at another address",
    json: survey([{ type: "file", name: "q" }]),
    answers: { q: [{ name: "a", content: "https://evil.example/a" }] },
  },
  { name: "a comment nobody asked for", json: textJson, answers: { q: "x", "q-Comment": "y" } },
  { name: "inherited names as choice", json: choiceJson, answers: { q: ["toString"] } },
];
