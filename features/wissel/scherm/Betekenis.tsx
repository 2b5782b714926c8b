import type { ReactNode } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { SourceLabel } from '../../../web/ui/data/Badge.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Gevolg } from '../wissel.schema.ts';
import { Feiten, Wet } from './MagHet.tsx';

/** Wat de wissel betekent voor termijn, lessen, examens, plaatsen en geld. */
export function Betekenis({ gevolg }: { gevolg: Gevolg }) {
  return (
    <Card title="3. Wat het betekent">
      <div className="wissel-gevolgen">
        <Deel kop="De termijn">
          <Termijn termijn={gevolg.termijn} />
        </Deel>
        <Deel kop="Uren en examens die meetellen">
          <Telt telt={gevolg.telt} />
        </Deel>
        <Deel kop="Lessen na de wissel">
          <Lessen lessen={gevolg.lessen} />
        </Deel>
        <Deel kop="Examens">
          <Examens examens={gevolg.examens} />
        </Deel>
        <Deel kop="Plaatsen">
          <Plaatsen plaatsen={gevolg.plaatsen} />
        </Deel>
        <Deel kop="Geld">
          <Geld geld={gevolg.geld} />
        </Deel>
        <Deel kop="Het besluit">
          <Besluit besluit={gevolg.besluit} />
        </Deel>
      </div>
    </Card>
  );
}

function Deel({ kop, children }: { kop: string; children: ReactNode }) {
  return (
    <div className="wissel-gevolg">
      <h3 className="wissel-eis__kop">{kop}</h3>
      {children}
    </div>
  );
}

function Termijn({ termijn }: Pick<Gevolg, 'termijn'>) {
  if (!termijn) return <p>De termijn is nog niet bekend.</p>;
  return (
    <p>
      Die verschuift niet: {formatDate(termijn.begin, 'datum')} tot en met{' '}
      <Waarom uitleg={termijn.uitleg}>{formatDate(termijn.laatsteDag, 'datum')}</Waarom>
      {termijn.van === 'prognose' && ', naar verwachting'}.
    </p>
  );
}

function Telt({ telt }: Pick<Gevolg, 'telt'>) {
  if (!telt) return <p>De route blijft dezelfde: alles telt door.</p>;
  return (
    <>
      <p>
        <Waarom uitleg={telt.uitleg}>{telt.uitkomst}</Waarom>
      </p>
      <ul className="wissel-wegen">
        {telt.stappen.map((zin) => (
          <li key={zin}>{zin}</li>
        ))}
      </ul>
    </>
  );
}

function Lessen({ lessen }: Pick<Gevolg, 'lessen'>) {
  if (!lessen) {
    return <p>Niet bekend: hoeveel uur de lessen zijn, zet u in het nieuwe plan.</p>;
  }
  const { nodig, gedaan, teGaan, perWeekNodig, grondslag } = lessen;
  return (
    <>
      <p>
        Nog <strong>{teGaan} uur</strong> van de {nodig}; {gedaan} uur is gevolgd of telt mee.
        {perWeekNodig !== null &&
          ` Dat is ${perWeekNodig} uur per week tot het eind van de termijn.`}
      </p>
      <Wet grondslag={grondslag} />
    </>
  );
}

function Examens({ examens }: Pick<Gevolg, 'examens'>) {
  const { gehaald, nogTeHalen, uitleg } = examens;
  return (
    <>
      <p>
        <Waarom uitleg={uitleg}>
          {nogTeHalen === null
            ? 'Deze route vraagt het inburgeringsexamen niet'
            : nogTeHalen.length === 0
              ? 'Alles is gehaald'
              : `Nog te halen: ${nogTeHalen.join(', ')}`}
        </Waarom>
      </p>
      {gehaald.length === 0 && <p className="m-quiet">Er is nog geen examen gehaald.</p>}
      <Feiten feiten={gehaald} />
    </>
  );
}

function Plaatsen({ plaatsen }: Pick<Gevolg, 'plaatsen'>) {
  if (plaatsen.length === 0) {
    return <p>Niet bekend. Vraag de school, en leg het antwoord vast bij Leerroutes.</p>;
  }
  return (
    <ul className="wissel-feiten">
      {plaatsen.map((p) => (
        <li key={p.instelling}>
          <span>
            {p.instelling}: <strong>{p.plaatsen === 0 ? 'geen plaats' : p.plaatsen}</strong>
            {p.vanaf && `, vanaf ${formatDate(p.vanaf, 'datum')}`}
          </span>
          <SourceLabel bron={p.bron} />
          {p.op && <span className="m-quiet">{formatDate(p.op, 'datum')}</span>}
        </li>
      ))}
    </ul>
  );
}

function Geld({ geld: { lessen, gratisPogingen } }: Pick<Gevolg, 'geld'>) {
  return (
    <>
      {lessen && <p>De lessen: {lessen}.</p>}
      <p>Wat de nieuwe lessen kosten, weet Meedoen niet. Vraag het de school.</p>
      <p>{pogingen(gratisPogingen)}</p>
    </>
  );
}

function pogingen(gratis: Gevolg['geld']['gratisPogingen']): string {
  if (gratis === null) return 'Of er gratis examens zijn, is hier niet te zeggen.';
  const over = gratis.filter((p) => p.over > 0);
  if (over.length === 0) return 'Er zijn na de wissel geen gratis pogingen voor een examen.';
  const lijst = over.map((p) => `${p.onderdeel} (${p.over} keer)`).join(', ');
  return `Gratis examens na de wissel: ${lijst}.`;
}

function Besluit({ besluit }: Pick<Gevolg, 'besluit'>) {
  return (
    <ul className="wissel-wegen">
      {besluit.map(({ tekst, uitkomst, grondslag }) => (
        <li key={tekst}>
          {tekst}
          {uitkomst && `: ${uitkomst}`}. <Wet grondslag={grondslag} />
        </li>
      ))}
    </ul>
  );
}
