import type { DriverIcon } from '../model/types';

/** A driver in words, as a new space may take it over. */
export type DriverWords = readonly [
  name: string,
  icon: DriverIcon,
  explanation: string,
  question: string,
  good: string,
  bad: string,
];

/** Five drivers to begin with, in Dutch. */
export const proposedDriversNl: readonly DriverWords[] = [
  [
    'De inwoner eerst',
    'house',
    'We beginnen bij wat de inwoner nodig heeft.',
    'Keken we deze maand eerst naar de inwoner?',
    'We vragen eerst: wat heeft u nodig?',
    'We praten vooral over wie het betaalt.',
  ],
  [
    'Samen eigenaar',
    'ball',
    'Eén van ons heeft de bal. De anderen helpen mee.',
    'Was steeds duidelijk wie de bal had?',
    'Ik weet wie nu aan zet is.',
    'Ik dacht dat de ander het deed.',
  ],
  [
    'Open en eerlijk',
    'conversation',
    'We zeggen wat we nodig hebben.',
    'Kon je zeggen wat je nodig had?',
    'Ik durf om hulp te vragen.',
    'Ik hou het voor me.',
  ],
  [
    'Leren door te doen',
    'backpack',
    'We proberen iets kleins en kijken terug.',
    'Probeerde je deze maand iets uit?',
    'We proberen het en praten erover.',
    'We wachten tot het plan af is.',
  ],
  [
    'Dichtbij en simpel',
    'bicycle',
    'We regelen het dicht bij huis.',
    'Maakten we het makkelijk voor de inwoner?',
    'Eén gesprek, één plan.',
    'Drie keer hetzelfde verhaal.',
  ],
];
