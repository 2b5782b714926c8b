import { useState } from 'react';
import { SourceLabel } from '../../../../web/ui/data/Badge.tsx';
import { KeyValue, type KeyValueItem } from '../../../../web/ui/data/KeyValue.tsx';
import { ErrorState, Skeleton } from '../../../../web/ui/feedback/States.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import { Dialog } from '../../../../web/ui/layout/Dialog.tsx';
import type { Gegevens } from '../../dossier.schema.ts';
import type { Kop } from '../../stand.schema.ts';
import { useGegevens } from '../vragen.tsx';
import { type Bewerkbaar, GegevensForm } from './GegevensForm.tsx';

function regels(g: Gegevens): (KeyValueItem & { soort: Bewerkbaar; vast: boolean })[] {
  const { adres, contact, taal, persoon } = g;
  const geen = <span className="m-quiet">niet bekend</span>;
  const regel = (
    soort: Bewerkbaar,
    naam: string,
    waarde: KeyValueItem['waarde'],
    feit: { bron: string; teWijzigen: boolean } | null,
  ) => ({
    soort,
    naam,
    waarde: waarde || geen,
    bron: feit && waarde && <SourceLabel bron={feit.bron} />,
    vast: feit ? !feit.teWijzigen : false,
  });
  const a = adres?.inhoud;
  const t = taal?.inhoud;
  const naam = persoon && [
    persoon.inhoud.voornamen,
    persoon.inhoud.voorvoegsel,
    persoon.inhoud.geslachtsnaam,
  ];
  return [
    regel('persoon', 'Naam', naam?.filter(Boolean).join(' '), persoon),
    regel('adres', 'Adres', a && `${a.straat} ${a.huisnummer}, ${a.postcode} ${a.plaats}`, adres),
    regel('contact', 'Telefoon', contact?.inhoud.telefoon, contact),
    regel('contact', 'E-mail', contact?.inhoud.email, contact),
    regel('taal', 'Taal', t && `${t.gesprekstaal}${t.tolkNodig ? ', tolk nodig' : ''}`, taal),
  ];
}

const KNOP: Record<Bewerkbaar, string> = {
  persoon: 'Naam verbeteren',
  adres: 'Adres verbeteren',
  contact: 'Contact aanvullen',
  taal: 'Taal en tolk aanvullen',
};

/** How to reach and understand this person; what came from the BRP is not changed here. */
export function GegevensKaart({ kop }: { kop: Kop }) {
  const gegevens = useGegevens();
  const [soort, setSoort] = useState<Bewerkbaar | null>(null);
  if (gegevens.isError && !gegevens.data)
    return <ErrorState error={gegevens.error} onRetry={() => void gegevens.refetch()} />;
  if (!gegevens.data) return <Skeleton lines={4} />;
  const items = regels(gegevens.data);
  // Once there is an address outside the azc, the azc is history; the timeline keeps it.
  const { adres } = gegevens.data;
  const koppeling = (!adres || adres.inhoud.azc) && gegevens.data.koppeling?.azc;
  const bewerkbaar = (Object.keys(KNOP) as Bewerkbaar[]).filter(
    (s) => !items.some((i) => i.soort === s && i.vast),
  );
  return (
    <Card title="Contact en taal">
      <div className="m-stack m-stack--tight">
        <KeyValue
          items={koppeling ? [...items, { naam: 'Verblijft in', waarde: koppeling }] : items}
        />
        {kop.mag.bewerken && (
          <div className="m-row">
            {bewerkbaar.map((s) => (
              <Button key={s} look="quiet" onClick={() => setSoort(s)}>
                {KNOP[s]}
              </Button>
            ))}
          </div>
        )}
      </div>
      {soort && (
        <Dialog open title={KNOP[soort]} onClose={() => setSoort(null)}>
          <GegevensForm soort={soort} gegevens={gegevens.data} klaar={() => setSoort(null)} />
        </Dialog>
      )}
    </Card>
  );
}
