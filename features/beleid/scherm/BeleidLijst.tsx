import { ONDERWERPEN, type Onderwerp } from '../../../rules/beleid/parameter.ts';
import { parameterVan } from '../../../rules/beleid/parameters.ts';
import { beleidInWoorden } from '../../../rules/beleid/waarde.ts';
import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { EmptyState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { roles } from '../../../web/ui/table/columns.ts';
import type { LokaalBeleid, ParameterRegel } from '../beleid.schema.ts';

const KOPPEN = ['Wat', 'Nu', 'Standaard', 'Grens van de wet', 'Sinds', 'Doen'] as const;

const past = (p: ParameterRegel, zoek: string) => {
  const woorden = zoek.toLowerCase().split(/\s+/).filter(Boolean);
  const tekst = `${p.id} ${p.naam} ${p.uitleg} ${p.grens.tekst} ${p.grens.artikel}`.toLowerCase();
  const nummers = new Set([p.id.toLowerCase()]);
  return woorden.every((w) => (/^n\d+$/.test(w) ? nummers.has(w) : tekst.includes(w)));
};

const isEigen = (p: ParameterRegel) => p.geldend !== null && p.geldend.waarde !== null;

type LijstProps = {
  beleid: LokaalBeleid;
  zoek: string;
  alleenEigen: boolean;
  onOpen: (sleutel: string) => void;
};

/** Alle parameters, per onderwerp. */
export function BeleidLijst({ beleid, zoek, alleenEigen, onOpen }: LijstProps) {
  const gevonden = beleid.parameters.filter(
    (p) => past(p, zoek) && (!alleenEigen || isEigen(p) || p.gepland.length > 0),
  );
  if (gevonden.length === 0) {
    return (
      <EmptyState title="Niets gevonden">
        {alleenEigen
          ? `${beleid.gemeente.naam} volgt hier overal de standaard.`
          : 'Zoek op een ander woord, of op een nummer als N8.'}
      </EmptyState>
    );
  }
  return Object.entries(ONDERWERPEN).map(([onderwerp, titel]) => {
    const regels = gevonden.filter((p) => p.onderwerp === (onderwerp as Onderwerp));
    if (regels.length === 0) return null;
    return (
      <Card key={onderwerp} title={titel} flush>
        <table className="beleid" role={roles.table}>
          <caption className="m-hidden">
            {titel} in {beleid.gemeente.naam}
          </caption>
          <thead role={roles.rowgroup}>
            <tr role={roles.row}>
              {KOPPEN.map((kop) => (
                <th key={kop} scope="col" role={roles.columnheader}>
                  {kop}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role={roles.rowgroup}>
            {regels.map((regel) => (
              <Rij
                key={regel.sleutel}
                regel={regel}
                magWijzigen={beleid.magWijzigen}
                onOpen={() => onOpen(regel.sleutel)}
              />
            ))}
          </tbody>
        </table>
      </Card>
    );
  });
}

type RijProps = { regel: ParameterRegel; magWijzigen: boolean; onOpen: () => void };

function Rij({ regel, magWijzigen, onOpen }: RijProps) {
  const { veld } = parameterVan(regel.sleutel);
  return (
    <tr role={roles.row}>
      <th scope="row" role={roles.rowheader}>
        <span className="beleid-nummer">{regel.id}</span> {regel.naam}
        <span className="beleid-uitleg">{regel.uitleg}</span>
      </th>
      <td role={roles.cell} data-kop="Nu">
        <span className="beleid-waarde">{beleidInWoorden(veld, regel.waarde)}</span>
        {isEigen(regel) && <Badge tone="ours">eigen waarde</Badge>}
      </td>
      <td role={roles.cell} data-kop="Standaard" className="m-quiet">
        {beleidInWoorden(veld, regel.standaard)}
      </td>
      <td role={roles.cell} data-kop="Grens">
        {regel.grens.tekst} <Artikel grens={regel.grens} />
      </td>
      <td role={roles.cell} data-kop="Sinds">
        <Sinds regel={regel} />
      </td>
      <td role={roles.cell}>
        <Button onClick={onOpen} aria-label={`${magWijzigen ? 'Wijzig' : 'Bekijk'}: ${regel.naam}`}>
          {magWijzigen ? 'Wijzig' : 'Bekijk'}
        </Button>
      </td>
    </tr>
  );
}

function Sinds({ regel }: { regel: ParameterRegel }) {
  const [straks] = regel.gepland;
  return (
    <>
      {regel.geldend ? (
        <>
          {formatDate(regel.geldend.geldigVanaf, 'datum')}
          {regel.geldend.door && <span className="beleid-uitleg">{regel.geldend.door}</span>}
        </>
      ) : (
        <span className="m-quiet">volgt de standaard</span>
      )}
      {straks && (
        <Badge tone="near">anders vanaf {formatDate(straks.geldigVanaf, 'cijfers')}</Badge>
      )}
    </>
  );
}

const KORT: readonly (readonly [string, string])[] = [
  ['Wet inburgering 2021', 'Wet'],
  ['Besluit inburgering 2021', 'Besluit'],
  ['Regeling inburgering 2021', 'Regeling'],
  ['Algemene wet bestuursrecht', 'Awb'],
  ['Algemene termijnenwet', 'Atw'],
];

const korter = (artikel: string) =>
  KORT.reduce((tekst, [lang, kort]) => tekst.replace(lang, kort), artikel);

/** Het artikel kort, met de volle naam voor wie luistert of aanwijst. */
export function Artikel({ grens }: { grens: ParameterRegel['grens'] }) {
  return (
    <a
      className="beleid-artikel"
      href={grens.link}
      target="_blank"
      rel="noreferrer"
      title={grens.artikel}
    >
      <span aria-hidden="true">{korter(grens.artikel)}</span>
      <span className="m-hidden">{grens.artikel} (opent in een nieuw tabblad)</span>
    </a>
  );
}
