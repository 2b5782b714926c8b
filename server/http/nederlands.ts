import { z } from 'zod';

// Wat zod afkeurt komt in foutantwoorden en in de melding bij het starten: in het Nederlands.
z.config(z.locales.nl());
