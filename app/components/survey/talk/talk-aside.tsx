import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTexts } from "../../texts.ts";
import { HistoryPanel } from "./history-panel.tsx";
import { PageTalk } from "./page-talk.tsx";
import { pageAt } from "./places-here.ts";
import { useTalkAround } from "./talk-context.tsx";

/** From this width on there is room for a third column; fill.css has the same. */
const WIDE = "(min-width: 78.0625rem)";

/** What stands beside the page: a column where there is room, else a button that opens it as a sheet. */
export function TalkAside({ invitationId }: { invitationId: string }) {
  const around = useTalkAround();
  const isWide = useMatches(WIDE);
  if (!around || isWide === undefined) return <aside className="app-grid__side" />;
  return isWide ? <Column invitationId={invitationId} /> : <Sheet invitationId={invitationId} />;
}

function Column({ invitationId }: { invitationId: string }) {
  const t = useTexts().talk;
  const { panel, close } = useTalkAround() ?? {};
  return (
    <aside className="app-grid__side talk-side" aria-labelledby="talk-side-title">
      <div className="sticky talk-side__scroll">
        <h2 className="talk-side__title" id="talk-side-title">
          {t.side.title}
        </h2>
        {panel?.kind === "history" ? (
          <div className="card talk-side__panel">
            <HistoryPanel key={panel.question} invitationId={invitationId} question={panel.question} />
            <button type="button" className="button button--small" onClick={close}>
              {t.sheet.close}
            </button>
          </div>
        ) : null}
        <PageTalk />
      </div>
    </aside>
  );
}

/** A dialog of the browser: the page behind it rests, Escape closes it, and the focus comes back to where it was. */
function Sheet({ invitationId }: { invitationId: string }) {
  const t = useTexts().talk;
  const around = useTalkAround();
  const [listed, setListed] = useState(false);
  if (!around?.talk) return null;
  const { panel, close, talk, survey } = around;
  const here = talk.notes.filter((note) => pageAt(survey.model, note.place) === survey.current).length;
  const isOpen = listed || panel !== null;
  const leave = () => {
    setListed(false);
    close();
  };
  return (
    <aside className="app-grid__side" aria-label={t.side.title}>
      <button type="button" className="button talk-sheet-button" onClick={() => setListed(true)}>
        {here > 0 ? t.side.open(here) : t.side.openEmpty}
      </button>
      {isOpen ? (
        <Dialog title={panel?.kind === "history" ? t.foot.history : t.side.title} onClose={leave}>
          {panel?.kind === "history" ? (
            <HistoryPanel key={panel.question} invitationId={invitationId} question={panel.question} />
          ) : (
            <PageTalk />
          )}
        </Dialog>
      ) : null}
    </aside>
  );
}

function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const t = useTexts().talk.sheet;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      // React takes the dialog away before the browser could give the focus back.
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog ref={dialog} className="talk-sheet" aria-labelledby="talk-sheet-title" onClose={onClose}>
      <div className="talk-sheet__head">
        <h2 id="talk-sheet-title">{title}</h2>
        <button type="button" className="button button--small" onClick={onClose}>
          {t.close}
        </button>
      </div>
      {children}
    </dialog>
  );
}

function useMatches(query: string): boolean | undefined {
  const [matches, setMatches] = useState<boolean>();
  useEffect(() => {
    const media = window.matchMedia(query);
    const look = () => setMatches(media.matches);
    look();
    media.addEventListener("change", look);
    return () => media.removeEventListener("change", look);
  }, [query]);
  return matches;
}
