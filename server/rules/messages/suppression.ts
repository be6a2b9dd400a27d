export const suppression = {
  'suppression/unused':
    'This comment hides no finding of “{rule}” any more. Remove it, so that it cannot hide a later one.',
  'suppression/unused:fix': 'Remove the comment',
  'suppression/unknown-rule': 'There is no rule “{rule}”. Check the spelling.',
  'suppression:fix-line': 'Hide “{rule}” here (writes a comment into this file)',
  'suppression:fix-file': 'Hide “{rule}” in this file (writes a comment at its top)',
  'suppression:fix-baseline': 'Accept this finding as it is (writes .gca-report/baseline.json)',
  'suppression:fix-config': 'Turn “{rule}” off for the workspace (writes .gca-report/config.json)',
  'suppression:why': 'Why is this flagged? (opens the page of “{rule}”)',
} as const;
