import type { JsonObject } from "#surveys/json.ts";

/** One example of every SurveyJS type: what is asked, the items it gives, a valid answer and its cells. */
export type Example = {
  type: string;
  element: JsonObject;
  /** `key:scale`, with `*` where the item repeats */
  items: string[];
  answer: unknown;
  cells: string[];
  /** beside the question's own value, such as its comment */
  also?: JsonObject;
};

const png = "data:image/png;base64,iVBORw0KGgo=";
const abc = { choices: ["a", { value: "b", text: "Bee" }, "c|Cee"] };

export const examples: Example[] = [
  { type: "boolean", element: {}, items: ["q:choice"], answer: true, cells: ["q=true||"] },
  {
    type: "boolean",
    element: { valueTrue: "ja", valueFalse: "nein" },
    items: ["q:choice"],
    answer: "nein",
    cells: ["q=nein||"],
  },
  { type: "checkbox", element: abc, items: ["q:multiple"], answer: ["c", "a"], cells: ["q=c||", "q=a||"] },
  { type: "tagbox", element: abc, items: ["q:multiple"], answer: ["b"], cells: ["q=b||"] },
  { type: "radiogroup", element: abc, items: ["q:choice"], answer: "b", cells: ["q=b||"] },
  { type: "dropdown", element: { choicesMin: 1, choicesMax: 3 }, items: ["q:ordinal"], answer: 2, cells: ["q=2|2|"] },
  { type: "buttongroup", element: abc, items: ["q:choice"], answer: "c", cells: ["q=c||"] },
  {
    type: "imagepicker",
    element: { choices: [{ value: "a", imageLink: "a.png" }] },
    items: ["q:choice"],
    answer: "a",
    cells: ["q=a||"],
  },
  {
    type: "imagepicker",
    element: { ...abc, multiSelect: true },
    items: ["q:multiple"],
    answer: ["a", "b"],
    cells: ["q=a||", "q=b||"],
  },
  {
    type: "imagemap",
    element: { areas: [{ value: "v1" }, { value: "v2" }] },
    items: ["q:multiple"],
    answer: ["v2"],
    cells: ["q=v2||"],
  },
  { type: "comment", element: {}, items: ["q:text"], answer: "lang", cells: ["q=||lang"] },
  { type: "text", element: {}, items: ["q:text"], answer: "kurz", cells: ["q=||kurz"] },
  { type: "text", element: { inputType: "number" }, items: ["q:number"], answer: 3.5, cells: ["q=|3.5|"] },
  { type: "text", element: { inputType: "range" }, items: ["q:number"], answer: 7, cells: ["q=|7|"] },
  { type: "text", element: { inputType: "date" }, items: ["q:date"], answer: "2026-02-28", cells: ["q=||2026-02-28"] },
  {
    type: "text",
    element: { inputType: "datetime-local" },
    items: ["q:date"],
    answer: "2026-02-28T10:30",
    cells: ["q=||2026-02-28T10:30"],
  },
  { type: "text", element: { inputType: "time" }, items: ["q:date"], answer: "23:59", cells: ["q=||23:59"] },
  { type: "text", element: { inputType: "month" }, items: ["q:date"], answer: "2026-12", cells: ["q=||2026-12"] },
  { type: "text", element: { inputType: "week" }, items: ["q:date"], answer: "2026-W53", cells: ["q=||2026-W53"] },
  ...["email", "tel", "url", "color", "password"].map((inputType) => ({
    type: "text",
    element: { inputType },
    items: ["q:text"],
    answer: "x@example.org",
    cells: ["q=||x@example.org"],
  })),
  {
    type: "expression",
    element: { expression: "1 + 1", displayStyle: "decimal" },
    items: ["q:number"],
    answer: 2,
    cells: ["q=|2|"],
  },
  {
    type: "file",
    element: {},
    items: ["q:file*", "q/-content:file*"],
    answer: [{ name: "a.png", type: "image/png", content: png }],
    cells: ["q[1]=image/png||a.png", `q/-content[1]=||${png}`],
  },
  { type: "signaturepad", element: {}, items: ["q:file"], answer: png, cells: [`q=||${png}`] },
  {
    type: "matrix",
    element: { rows: ["r1", "r/2"], columns: [1, 2, { value: "wn", text: "weiß nicht" }] },
    items: ["q/r1:ordinal", "q/r~12:ordinal"],
    answer: { r1: 2, "r/2": "wn" },
    cells: ["q/r1=2|2|", "q/r~12=wn||"],
  },
  {
    type: "matrix",
    element: { rows: ["r"], columns: ["x", "y"], cellType: "checkbox" },
    items: ["q/r:multiple"],
    answer: { r: ["x", "y"] },
    cells: ["q/r=x||", "q/r=y||"],
  },
  { type: "matrix", element: { columns: ["x", "y"] }, items: ["q:ordinal"], answer: "x", cells: ["q=x||"] },
  {
    type: "matrixdropdown",
    element: {
      rows: ["r"],
      choices: ["a", "b"],
      columns: [
        "dropdown",
        ...["checkbox", "radiogroup", "tagbox", "text", "comment", "boolean", "expression", "rating", "slider"].map(
          (cellType) => ({
            name: cellType,
            cellType,
            hasOther: cellType === "radiogroup",
          }),
        ),
      ],
      detailElements: [{ type: "text", name: "detail" }],
    },
    items: [
      "q/r/dropdown:choice",
      "q/r/checkbox:multiple",
      "q/r/radiogroup:choice",
      "q/r/tagbox:multiple",
      "q/r/text:text",
      "q/r/comment:text",
      "q/r/boolean:choice",
      "q/r/expression:text",
      "q/r/rating:ordinal",
      "q/r/slider:number",
      "q/r/detail:text",
    ],
    answer: {
      r: {
        dropdown: "a",
        checkbox: ["b"],
        radiogroup: "other",
        "radiogroup-Comment": "drittes",
        tagbox: ["a"],
        text: "t",
        comment: "k",
        boolean: false,
        expression: 4,
        rating: 5,
        slider: 60,
        detail: "d",
      },
    },
    cells: [
      "q/r/dropdown=a||",
      "q/r/checkbox=b||",
      "q/r/radiogroup=other||drittes",
      "q/r/tagbox=a||",
      "q/r/text=||t",
      "q/r/comment=||k",
      "q/r/boolean=false||",
      "q/r/expression=|4|",
      "q/r/rating=5|5|",
      "q/r/slider=|60|",
      "q/r/detail=||d",
    ],
  },
  {
    type: "matrixdynamic",
    element: {
      columns: [
        { name: "n", cellType: "text", inputType: "number" },
        { name: "c", choices: ["a"] },
      ],
    },
    items: ["q/n:number*", "q/c:choice*"],
    answer: [{ n: 1 }, { n: 2, c: "a" }],
    cells: ["q/n[1]=|1|", "q/n[2]=|2|", "q/c[2]=a||"],
  },
  {
    type: "paneldynamic",
    element: {
      templateElements: [
        { type: "text", name: "x" },
        {
          type: "panel",
          elements: [{ type: "paneldynamic", name: "in", templateElements: [{ type: "rating", name: "y" }] }],
        },
      ],
    },
    items: ["q/x:text*", "q/in/y:ordinal*"],
    answer: [{ x: "eins" }, { in: [{ y: 1 }, { y: 2 }] }],
    cells: ["q/x[1]=||eins", "q/in/y[2.1]=1|1|", "q/in/y[2.2]=2|2|"],
  },
  {
    type: "multipletext",
    element: { items: [{ name: "a" }, { name: "b", inputType: "number" }] },
    items: ["q/a:text", "q/b:number"],
    answer: { a: "x", b: 2 },
    cells: ["q/a=||x", "q/b=|2|"],
  },
  { type: "ranking", element: abc, items: ["q:rank"], answer: ["c", "a", "b"], cells: ["q=c|1|", "q=a|2|", "q=b|3|"] },
  { type: "rating", element: { rateMin: 0, rateMax: 10 }, items: ["q:ordinal"], answer: 0, cells: ["q=0|0|"] },
  {
    type: "rating",
    element: { rateValues: ["gut", "schlecht"] },
    items: ["q:ordinal"],
    answer: "gut",
    cells: ["q=gut||"],
  },
  { type: "slider", element: {}, items: ["q:number"], answer: 50, cells: ["q=|50|"] },
  {
    type: "slider",
    element: { sliderType: "range", max: 1000 },
    items: ["q/from:number", "q/to:number"],
    answer: [290, 750],
    cells: ["q/from=|290|", "q/to=|750|"],
  },
  { type: "html", element: { html: "<p>Hallo</p>" }, items: [], answer: undefined, cells: [] },
  { type: "image", element: {}, items: [], answer: undefined, cells: [] },
  { type: "panel", element: { elements: [] }, items: [], answer: undefined, cells: [] },
  { type: "empty", element: {}, items: [], answer: undefined, cells: [] },
  {
    type: "personname",
    element: {},
    items: ["q:text"],
    answer: { first: "Ada", last: "L." },
    cells: ["q=first||Ada", "q=last||L."],
  },
];
