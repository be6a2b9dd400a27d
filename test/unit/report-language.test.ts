import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';
import { type Analysis, Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { languageOfText, type ReportLanguage } from '../../server/report/language.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';
import { pageFiles } from './support/pages.ts';
import { check, parse, plan2023, write } from './support/reports.ts';

type Other = Exclude<ReportLanguage, 'en'>;

/** What a report on the same year says in each language: a title, two sections, three paragraphs with a figure each. */
const SAID: Readonly<Record<Other, { title: string; sections: [string, string]; texts: string[] }>> = {
  fr: {
    title: 'Activités menées au titre de la Résolution 130 pour la sécurité dans l’utilisation des TIC',
    sections: ['Cadre juridique', 'Mesures techniques et de procédure'],
    texts: [
      'Le secrétariat a prêté son concours à 75 pays pour la rédaction de leurs textes de loi, dans le cadre du Programme mondial cybersécurité, et les résultats sont publiés sur le site avec ceux des années passées.',
      'Les ateliers ont réuni 310 participants qui ont examiné les outils mis au point par le groupe pour les pays en développement.',
      'La Recommandation UIT-T X.9876 et les textes qui lui sont liés ont été approuvés par la commission dans les délais.',
    ],
  },
  es: {
    title: 'Actividades de la Unión relativas a la Resolución 130',
    sections: ['Marco jurídico', 'Medidas técnicas y de procedimiento'],
    texts: [
      'La secretaría prestó asistencia a 75 países en la redacción de sus leyes, en el marco de la Agenda sobre Ciberseguridad Global, y los resultados se han publicado en el sitio junto con los de los años anteriores.',
      'Los talleres reunieron a 310 participantes, que examinaron las herramientas elaboradas por el grupo para los países en desarrollo.',
      'La Recomendación UIT-T X.9876 y los textos relacionados con ella fueron aprobados por la comisión dentro de los plazos previstos.',
    ],
  },
  ru: {
    title: 'Деятельность Союза по выполнению Резолюции 130',
    sections: ['Правовые меры', 'Технические и процедурные меры'],
    texts: [
      'Секретариат оказал помощь 75 странам в подготовке законов в рамках Глобальной программы кибербезопасности, и итоги этой работы опубликованы на сайте.',
      'В семинарах приняли участие 310 специалистов, которые рассмотрели средства, разработанные группой. Они завершились 10 марта 2025 года.',
      'Рекомендация МСЭ-T X.9876 и связанные с ней тексты были утверждены комиссией в срок.',
    ],
  },
  zh: {
    title: '国际电联根据第130号决议开展的活动',
    sections: ['法律措施', '技术和程序措施'],
    texts: [
      '秘书处在全球网络安全议程框架内向75个国家提供了起草法律的协助，相关结果已与往年的结果一并在网站上公布，供各成员国查阅。',
      '讲习班有310名学员参加，他们研究了该组为发展中国家开发的各种工具，并就今后的工作提出了建议。',
      '研究组于2025年3月10日按期批准了ITU-T X.9876建议书及与其相关的案文，这些案文现已生效。',
    ],
  },
  ar: {
    title: 'أنشطة الاتحاد المتصلة بالقرار 130',
    sections: ['التدابير القانونية', 'التدابير التقنية والإجرائية'],
    texts: [
      'قدمت الأمانة المساعدة إلى 75 بلدا في صياغة قوانينها في إطار البرنامج العالمي للأمن السيبراني ونشرت النتائج على الموقع مع نتائج السنوات السابقة.',
      'وضمت ورش العمل عددا كبيرا من المشاركين بلغ 310 خبراء درسوا الأدوات التي أعدها الفريق للبلدان النامية. واختتمت الورش في 10 مارس 2025 بنجاح.',
      'ووافقت اللجنة في الموعد المحدد على التوصية ITU-T X.9876 وعلى النصوص المرتبطة بها وهي نصوص نافذة الآن.',
    ],
  },
};
const OTHERS = Object.keys(SAID) as Other[];
const LETTER: Readonly<Record<Other, string>> = { fr: 'F', es: 'S', ru: 'R', zh: 'C', ar: 'A' };

/** A report with a skipped number, a Recommendation that is none, and a footnote without text. */
function reportIn(language: Other, year = 2025): string {
  const { title, sections, texts } = SAID[language];
  return [
    `C${year - 2000}/18-${LETTER[language]}`,
    `# ${title}`,
    `## 1. ${sections[0]}`,
    `1.1 ${texts[0]}`,
    `1.3 ${texts[1]}`,
    `## 2. ${sections[1]}`,
    `2.1 ${texts[2]}[^1]`,
    '____________',
    '',
  ].join('\n\n');
}

const catalogue = new Catalogue(
  { read: async name => readFileSync(join(ROOT, 'data', name), 'utf8') },
  problem => assert.fail(problem.message),
);

async function analysed(text: string, files: readonly [string, string][] = []): Promise<Analysis> {
  const facts = { catalogue, instruments: INSTRUMENTS };
  const project = new Project(memoryWorkspace(new Map(files)), '', {}, facts, ({ rule, error }) => {
    throw new Error(`${rule} failed`, { cause: error });
  });
  await project.refresh();
  const analysis = project.analyse('draft.gca.md', text);
  await project.prepare(analysis);
  return analysis;
}

for (const language of OTHERS) {
  test(`${language}: the report is recognised, and told once; numbers, identifiers and footnotes are checked`, async () => {
    const { report, findings } = await analysed(reportIn(language));
    assert.equal(report.language, language);
    assert.ok(report.recognised);
    assert.equal(report.year?.value, 2025);
    assert.deepEqual(findings.map(({ rule }) => rule).sort(), [
      'numbering/gap',
      'recommendation/unknown',
      'reference/footnote-text',
      'structure/language',
    ]);
    assert.equal(findings.find(one => one.rule === 'structure/language')?.severity, 'info');
  });

  test(`${language}: figures in digits are held against the report before in the same language alone`, async () => {
    const english = write(plan2023(), 'markdown').replaceAll('C25/', 'C24/');
    const { findings, archive } = await analysed(reportIn(language), [
      ['archive/2024.md', reportIn(language, 2024)],
      ['archive/2024-en.md', english],
    ]);
    assert.deepEqual(
      archive.map(reading => reading.path),
      ['archive/2024.md'],
    );
    const unchanged = findings.filter(one => one.rule === 'figure/unchanged');
    assert.equal(unchanged.length, 2, unchanged.map(one => one.message).join('\n'));
    assert.ok(unchanged[0].message.includes('75') && unchanged[1].message.includes('310'));
  });

  test(`${language}: a comment that hides what is not looked for is no mistake`, async () => {
    const { findings } = await analysed(
      `<!-- gca-report-disable-file terms -- another language -->\n${reportIn(language)}`,
    );
    assert.ok(!findings.some(one => one.rule.startsWith('suppression/')));
  });
}

test('two reports of a year in two languages are no twins', async () => {
  const facts = { catalogue, instruments: INSTRUMENTS };
  const files = new Map([
    ['archive/2024-fr.md', reportIn('fr', 2024)],
    ['archive/2024-es.md', reportIn('es', 2024)],
    ['archive/2024-again.md', `${reportIn('es', 2024)}\n`],
  ]);
  const project = new Project(memoryWorkspace(files), '', {}, facts, () => {});
  await project.refresh();
  assert.equal(project.archiveProblems.length, 1);
});

test('an English text is English, whatever it quotes and names', () => {
  const english = write(plan2023(), 'markdown');
  assert.equal(parse(english).language, 'en');
  const { texts } = SAID.fr;
  const paragraphs = Array.from(
    { length: 30 },
    (_, i) =>
      `The programme of the year went on as it was planned, and the results of its ${i + 1} projects were given to the countries that had asked for them. It is known in the region as “${texts[i % 3]}”.`,
  );
  assert.equal(languageOfText(paragraphs.join('\n\n')), 'en');
  const names = Array.from(
    { length: 40 },
    () => 'Ministère de l’Économie numérique et des Télécommunications du Sénégal; Agence de la sécurité',
  );
  assert.equal(
    languageOfText(`${english}\n${names.map(name => `The ${name} took part in it.`).join('\n')}`),
    'en',
  );
  for (const language of OTHERS)
    assert.equal(languageOfText(SAID[language].title), 'en', 'too short to tell');
});

test('our own pages and samples are English', () => {
  const files = [
    'README.md',
    'samples/draft-2025.gca.md',
    'samples/archive/2023.md',
    ...pageFiles().map(name => `docs/rules/${name}`),
  ];
  for (const file of files) assert.equal(languageOfText(readFileSync(join(ROOT, file), 'utf8')), 'en', file);
});

const CORPUS = join(ROOT, '..', 'shared', 'corpus');
const reports = (() => {
  try {
    return readdirSync(CORPUS).filter(name => /^\d{4}\.(?:md|txt)$/.test(name));
  } catch {
    return [];
  }
})();
test('real reports are English', { skip: reports.length === 0 && 'none are beside the project' }, () => {
  for (const name of reports)
    assert.equal(languageOfText(readFileSync(join(CORPUS, name), 'utf8')), 'en', name);
});

test('a text of the subject without symbol or numbered sections is no report in another language either', () => {
  const { findings } = check(`${SAID.fr.texts.join('\n\n')}\n\n${SAID.fr.title}\n`);
  assert.deepEqual(
    findings.map(one => one.rule),
    ['structure/not-a-report'],
  );
});

test('however long the text is, a bounded part of it is looked at', () => {
  const long = `${SAID.es.texts.join('\n')}\n`.repeat(20_000);
  const start = performance.now();
  assert.equal(languageOfText(long), 'es');
  assert.ok(performance.now() - start < 200);
});
