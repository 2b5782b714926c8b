import { useIk } from '../../web/ik.ts';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import { Geschiedenis } from './scherm/Geschiedenis.tsx';
import { Inlezen } from './scherm/Inlezen.tsx';
import { KoppelKaart } from './scherm/KoppelKaart.tsx';
import { TaakstellingKaart } from './scherm/TaakstellingKaart.tsx';
import './coa.css';

/** Hand-overs of COA: take them in, see what became of them, and how the taakstelling stands. */
export function CoaScreen() {
  const magOpnemen = useIk().data?.mag.includes('coa.opnemen') ?? false;
  return (
    <div className="m-stack">
      <PageTitle
        title="COA"
        lead="Wie COA aan de gemeente koppelt, met wat COA al weet. Niets wordt overgetypt."
        actions={
          magOpnemen && (
            <a
              className="ams-button ams-button--secondary m-button"
              href="/v1/coa/sjabloon"
              download="coa-overdracht.xlsx"
            >
              Leeg formulier (.xlsx)
            </a>
          )
        }
      />
      {magOpnemen && <Inlezen />}
      <TaakstellingKaart />
      {magOpnemen && <KoppelKaart />}
      <Geschiedenis />
    </div>
  );
}
