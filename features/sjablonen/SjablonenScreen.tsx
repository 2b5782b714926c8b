import { RadioGroup } from '../../web/ui/form/Choice.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { BriefEditor } from './scherm/BriefEditor.tsx';
import { Kader, useGemeenteData } from './scherm/Kader.tsx';
import type { Sjablonen } from './sjablonen.schema.ts';
import './sjablonen.css';

/** Wat een gemeente in haar brieven zelf schrijft, met de brief ernaast. */
export function SjablonenScreen() {
  const [adres, wijzigAdres] = useSearchParams();
  const data = useGemeenteData<Sjablonen>('sjablonen');
  const alle = data.vraag.data?.sjablonen ?? [];
  const sjabloon = alle.find((s) => s.soort === adres.brief) ?? alle[0];
  return (
    <Kader
      data={data}
      titel="Brieven"
      lead="Wat u zelf schrijft in een brief. Het besluit en de rechten van de lezer staan vast."
    >
      {data.vraag.data && sjabloon && (
        <>
          <RadioGroup
            label="Welke brief?"
            inline
            value={sjabloon.soort}
            options={alle.map((s) => ({ value: s.soort, label: s.naam }))}
            onChange={(brief) => wijzigAdres({ brief })}
          />
          <BriefEditor
            key={`${data.gemeenteId}${sjabloon.soort}`}
            bron={data.vraag.data}
            sjabloon={sjabloon}
          />
        </>
      )}
    </Kader>
  );
}
