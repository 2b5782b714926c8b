import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { StandGelezen } from '../stand.schema.ts';
import type { WatAls } from './wat-als.schema.ts';

type Termijn = StandGelezen['termijnen'][number];
type Verplichting = StandGelezen['verplichtingen'][number];

const TERMIJN: Record<Termijn['staat'], string> = {
  loopt: 'loopt',
  verstreken: 'verstreken',
  gehaald: 'gehaald',
  'te-laat-gehaald': 'te laat gehaald',
  prognose: 'verwacht',
  'nog-niet-begonnen': 'nog niet begonnen',
  onbekend: 'nog niet te bepalen',
};
const VERPLICHTING: Record<Verplichting['staat'], string> = {
  voldaan: 'voldaan',
  open: 'open',
  'niet-van-toepassing': 'niet van toepassing',
  onbekend: 'nog niet te bepalen',
};

function TermijnTekst({ t }: { t?: Termijn }) {
  if (!t) return <span className="m-quiet">is er niet</span>;
  return (
    <>
      <Waarom uitleg={t.uitleg} over={`waarom? ${t.naam}`}>
        {t.laatsteDag ? formatDate(t.laatsteDag) : 'geen laatste dag'}
      </Waarom>{' '}
      <span className="m-quiet">{TERMIJN[t.staat]}</span>
    </>
  );
}

function VerplichtingTekst({ v }: { v?: Verplichting }) {
  if (!v) return <span className="m-quiet">is er niet</span>;
  const stand = v.voortgang && `${v.voortgang.is} van ${v.voortgang.moet} ${v.voortgang.eenheid}`;
  return (
    <>
      <Waarom uitleg={v.uitleg} over={`waarom? ${v.naam}`}>
        {VERPLICHTING[v.staat]}
      </Waarom>{' '}
      {stand && <span className="m-quiet">{stand}</span>}
    </>
  );
}

function Anders({ verschillen }: { verschillen: WatAls['verschillen'] }) {
  if (verschillen.length === 0)
    return <p>Hiermee verandert er niets: termijnen, verplichtingen en voorstel blijven gelijk.</p>;
  return (
    <ul className="wat-als__anders">
      {verschillen.map((v) => (
        <li key={`${v.soort}${v.naam}${v.was}${v.wordt}`}>
          <Badge>{v.naam}</Badge>
          {v.was && (
            <span className="wat-als__was">
              <span className="m-hidden">was: </span>
              <del>{v.was}</del>
            </span>
          )}
          <strong className="wat-als__wordt">
            <span className="m-hidden">wordt: </span>
            {v.wordt ?? 'vervalt'}
          </strong>
        </li>
      ))}
    </ul>
  );
}

/** Rijen met dezelfde id naast elkaar; wat alleen in de ene staat hoort er ook bij. */
function naast<T extends { id: string; naam: string }>(nu: T[], dan: T[]) {
  const ids = [...new Set([...nu, ...dan].map((x) => x.id))];
  return ids.map((id) => {
    const [a, b] = [nu.find((x) => x.id === id), dan.find((x) => x.id === id)];
    return { id, naam: (b ?? a)?.naam ?? id, nu: a, dan: b };
  });
}

/** De Stand van nu naast de veronderstelde. */
export function Vergelijking({ data, bezig }: { data: WatAls; bezig: boolean }) {
  const { nu, dan } = data;
  const andersDag = nu.peildatum === dan.peildatum ? '' : ` op ${formatDate(dan.peildatum)}`;
  const telt = (v: Verplichting) => v.staat !== 'niet-van-toepassing';
  const voorstel = (s: StandGelezen) => s.voorstellen[0]?.titel ?? 'niets';
  return (
    <div className="m-stack" aria-busy={bezig}>
      <Card title="Wat er dan anders is" tone="soft">
        <div aria-live="polite">
          <Anders verschillen={data.verschillen} />
        </div>
      </Card>
      <Card title="Naast elkaar" flush>
        <table className="wat-als__tabel">
          <caption className="m-hidden">De stand van nu naast de veronderstelde</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">Nu</th>
              <th scope="col">Als dit zo was{andersDag}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Nu te doen</th>
              <td data-kop="Nu">{voorstel(nu)}</td>
              <td data-kop="Dan">{voorstel(dan)}</td>
            </tr>
            {naast(nu.termijnen, dan.termijnen).map((t) => (
              <tr key={t.id}>
                <th scope="row">{t.naam}</th>
                <td data-kop="Nu">
                  <TermijnTekst t={t.nu} />
                </td>
                <td data-kop="Dan">
                  <TermijnTekst t={t.dan} />
                </td>
              </tr>
            ))}
            {naast(nu.verplichtingen.filter(telt), dan.verplichtingen.filter(telt)).map((v) => (
              <tr key={v.id}>
                <th scope="row">{v.naam}</th>
                <td data-kop="Nu">
                  <VerplichtingTekst v={v.nu} />
                </td>
                <td data-kop="Dan">
                  <VerplichtingTekst v={v.dan} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </div>
  );
}
