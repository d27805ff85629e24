/** Six sentences and their translations, a segment each. */
export const madeTexts = {
  source: [
    'De burgemeester opende de brug.',
    'Het schip vertrok naar zee.',
    'De school kreeg een nieuw dak.',
    'In het dorp brandde een schuur af.',
    'De boer verkocht twintig koeien.',
    'De bibliotheek blijft op zondag dicht.',
  ],
  target: [
    'The mayor opened the bridge.',
    'The ship left for the sea.',
    'The school got a new roof.',
    'In the village a barn burnt down.',
    'The farmer sold twenty cows.',
    'The library stays closed on Sundays.',
  ],
} as const
