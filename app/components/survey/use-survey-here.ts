import { useCallback, useEffect, useRef, useState } from "react";
import type { SurveyModel } from "survey-core";
import type { JsonObject } from "#surveys/json.ts";
import { type Locale, textsOf } from "../../locales/index.ts";
import { dropKept, hasBegun, type Kept, readKept, writeKept } from "./kept-here.ts";
import { beginAt, openSurvey, type SurveyModule } from "./open-survey.ts";
import { createRefusals, onPersonsEdit } from "./peoples-edits.ts";
import type { PageState } from "./survey-model.ts";

type Loaded = {
  model: SurveyModel;
  source: JsonObject;
  Form: SurveyModule["default"];
  refuse: (path: string, code: string) => void;
};

export type SurveyHere = ReturnType<typeof useSurveyHere>;

/**
 * Loads SurveyJS and the definition, and keeps every answer in this window only. Where somebody has begun in it before,
 * nothing is shown until it is said whether these answers are to be gone on with.
 */
export function useSurveyHere({
  definitionUrl,
  keepAs,
  locale,
}: {
  definitionUrl: string;
  keepAs: string;
  locale: Locale;
}) {
  const first = useRef({ definitionUrl, keepAs, locale });
  const kept = useRef<Kept>();
  const [loaded, setLoaded] = useState<Loaded>();
  const [pages, setPages] = useState<PageState[]>([]);
  const [current, setCurrent] = useState("");
  const [edited, setEdited] = useState(false);
  const [failed, setFailed] = useState(false);
  const [start, setStart] = useState<"unknown" | "asked" | "begun">("unknown");

  useEffect(() => setStart(hasBegun(first.current.keepAs) ? "asked" : "begun"), []);

  useEffect(() => {
    if (start !== "begun") return;
    const initial = first.current;
    let ended = false;
    async function load() {
      const { survey, source } = await openSurvey(initial.definitionUrl);
      if (ended) return;
      const mine = readKept(initial.keepAs);
      kept.current = mine;
      const model = survey.createSurveyModel(source, mine.answers, initial.locale);
      const words: Record<string, string> = textsOf(initial.locale).responses.faults;
      const refresh = () => {
        setPages(survey.pageStates(model));
        setCurrent(model.currentPage?.name ?? "");
        mine.page = model.currentPage?.name ?? null;
        if (kept.current === mine) writeKept(initial.keepAs, mine);
      };
      onPersonsEdit(model, (path, value) => {
        if (value === undefined || value === null) delete mine.answers[path];
        else mine.answers[path] = value;
        setEdited(true);
        refresh();
      });
      model.onValueChanged.add(refresh);
      model.onCurrentPageChanged.add(refresh);
      model.onPageVisibleChanged.add(refresh);
      setEdited(Object.keys(mine.answers).length > 0);
      beginAt(model, { page: mine.page, question: null });
      refresh();
      const refuse = createRefusals(model, (code) => words[code] ?? words.other ?? code);
      setLoaded({ model, source, Form: survey.default, refuse });
    }
    load().catch(() => setFailed(true));
    return () => {
      ended = true;
    };
  }, [start]);

  const isUnsent = useCallback(() => Object.keys(kept.current?.answers ?? {}).length > 0, []);
  const { model } = loaded ?? {};
  return {
    ...loaded,
    pages,
    current,
    failed,
    /** answers were found that may be somebody else's */
    asks: start === "asked",
    begin: ({ anew }: { anew: boolean }) => {
      if (anew) dropKept(first.current.keepAs);
      setStart("begun");
    },
    /** something was entered that only this window has */
    edited,
    isUnsent,
    kept: () => kept.current,
    /** after sending: this window keeps nothing any more */
    forget: () => {
      kept.current = undefined;
      dropKept(first.current.keepAs);
      setEdited(false);
    },
    goTo: (name: string) => {
      const page = model?.getPageByName(name);
      if (model && page) model.currentPage = page;
    },
    goToQuestion: (name: string) => {
      if (model) beginAt(model, { page: null, question: name });
    },
  };
}

/** Answers of the questions that are asked at the moment, and the names of those that are not. */
export function askedIn(model: SurveyModel, answers: JsonObject): { answers: JsonObject; unasked: string[] } {
  const asked = model.getAllQuestions(true, false);
  const names = new Set(asked.map((question) => question.valueName || question.name));
  const isAsked = ([path]: [string, unknown]) => names.has(path) || names.has(path.replace(/-Comment$/, ""));
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(isAsked)),
    unasked: model
      .getAllQuestions()
      .map((question) => question.valueName || question.name)
      .filter((name) => !names.has(name)),
  };
}
