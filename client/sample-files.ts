/** What the sample workspace holds: named one by one, because a browser cannot list an extension's folder. */
export const SAMPLE_FILES = [
  'README.md',
  'draft-2025.gca.md',
  '.gca-report/config.json',
  'archive/2020.docx',
  'archive/2021.docx',
  'archive/2022.txt',
  'archive/2023.md',
  'archive/2024.gca.md',
] as const;
