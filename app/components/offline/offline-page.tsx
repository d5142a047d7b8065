import { useEffect, useState } from "react";
import { paths } from "../../paths.ts";
import { BrandMark } from "../layout/brand-mark.tsx";
import type { KeptSheet } from "../survey/sync/device.ts";
import { useTexts } from "../texts.ts";
import { findKept } from "./device.ts";
import { KeptFill } from "./kept-fill.tsx";
import { KeptList } from "./kept-list.tsx";
import { useConnection } from "./use-connection.ts";

/** What the person was on the way to: it stands behind the # and is known on the device only. */
type Wanted = { sheet: string | null; back: string };

/** The page for times without a network. Links are plain ones: each asks whether the network is back. */
export function OfflinePage() {
  const texts = useTexts();
  const wanted = useWanted();
  const connected = useConnection();
  const kept = useKept(wanted?.sheet);
  return (
    <div className="page">
      <a className="skip-link" href="#content">
        {texts.layout.skipToContent}
      </a>
      <header>
        <div className="page-header">
          <a className="brand" href={paths.home()}>
            <BrandMark />
            {texts.layout.brand}
          </a>
        </div>
      </header>
      <main className={kept ? "page-main page-main--wide" : "page-main page-main--narrow"} id="content" tabIndex={-1}>
        <noscript>
          <p>{texts.offline.noScript}</p>
        </noscript>
        {wanted && kept === null ? (
          <KeptList missing={wanted.sheet !== null} back={wanted.back} connected={connected} />
        ) : null}
        {kept ? <KeptFill key={kept.invitationId} kept={kept} connected={connected} /> : null}
      </main>
    </div>
  );
}

/** The questionnaire that is asked for; null where there is none, undefined while it is looked for. */
function useKept(wanted: string | null | undefined): KeptSheet | null | undefined {
  const [kept, setKept] = useState<KeptSheet | null>();
  useEffect(() => {
    let ended = false;
    const show = (found: KeptSheet | undefined) => {
      if (!ended) setKept(found ?? null);
    };
    setKept(undefined);
    if (wanted === null) show(undefined);
    else if (wanted) findKept(wanted).then(show, () => show(undefined));
    return () => {
      ended = true;
    };
  }, [wanted]);
  return kept;
}

function useWanted(): Wanted | undefined {
  const [wanted, setWanted] = useState<Wanted>();
  useEffect(() => {
    const read = () => setWanted(readWanted(window.location.hash));
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return wanted;
}

/** Only addresses of our own: what stands behind the # may have been made by anybody. */
function readWanted(hash: string): Wanted {
  const named = new URLSearchParams(hash.slice(1));
  const sheet = named.get("bogen");
  if (sheet) return { sheet, back: paths.fill(encodeURIComponent(sheet)) };
  const asked = URL.parse(named.get("zurueck") ?? "", window.location.origin);
  return { sheet: null, back: asked?.origin === window.location.origin ? asked.pathname + asked.search : paths.home() };
}
