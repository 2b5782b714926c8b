import { Link, usePath } from '../../../web/ui/layout/Link.tsx';
import type { Intake } from '../intake.schema.ts';

/** Hoeveel er van een leefgebied is besproken en wat de wet er nog vraagt. */
function voortgang(intake: Intake, gebied: string) {
  const vragen = intake.vragen.filter((v) => v.leefgebied === gebied && v.vanToepassing);
  const wet = intake.onderdelen.filter((o) => o.leefgebied === gebied && o.nodig);
  return {
    gedaan: vragen.filter((v) => v.antwoord && v.antwoord.waarde !== null).length,
    totaal: vragen.length,
    wetOpen: wet.filter((o) => !o.vastgelegd).length,
    wet: wet.length,
  };
}

function Stand({ intake, gebied }: { intake: Intake; gebied: string }) {
  const { gedaan, totaal, wetOpen, wet } = voortgang(intake, gebied);
  return (
    <span className="intake-gebied__stand">
      {totaal > 0 && (
        <span>
          {gedaan} van {totaal} vragen
        </span>
      )}
      {wet > 0 && wetOpen > 0 && <span className="m-near">verplicht: nog {wetOpen}</span>}
      {wet > 0 && wetOpen === 0 && <span className="m-met">verplicht: klaar</span>}
    </span>
  );
}

/** De zes leefgebieden met hun voortgang; links, zodat een gebied een eigen adres heeft. */
export function Leefgebieden({ intake, gekozen }: { intake: Intake; gekozen: string }) {
  const pad = usePath();
  return (
    <nav aria-label="Leefgebieden" className="intake-gebieden">
      <ul>
        {intake.leefgebieden.map((gebied) => (
          <li key={gebied.id}>
            <Link
              href={`${pad}?gebied=${gebied.id}&vraag=gebied`}
              aria-current={gebied.id === gekozen ? 'true' : undefined}
            >
              <span>{gebied.naam}</span>
              <Stand intake={intake} gebied={gebied.id} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
