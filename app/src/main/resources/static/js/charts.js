// Draws the charts whose figures stand in tables: columns with data-series="line" or "bar" (bars have an axis of their own).
// The library is fetched only where there is something to draw; without it, or without JavaScript, the tables stay open.
const LIBRARY = '/webjars/echarts/5.3.1/dist/echarts.simple.min.js';

const figures = [...document.querySelectorAll('[data-chart]')];
const drawn = [];

function load() {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = LIBRARY;
    script.onload = () => resolve(window.echarts);
    script.onerror = reject;
    document.head.append(script);
  });
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const shown = new Intl.NumberFormat(document.documentElement.lang || 'vi');

function read(table) {
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  return {
    days: rows.map((row) => row.cells[0].textContent.trim()),
    series: heads
      .map((head, at) => ({ head, at }))
      .filter(({ head }) => head.dataset.series)
      .map(({ head, at }) => ({
        name: head.textContent.trim(),
        kind: head.dataset.series,
        values: rows.map((row) => Number(row.cells[at].dataset.value)),
      })),
  };
}

function options(data) {
  const ink = colour('--dc-ink');
  const soft = colour('--dc-soft');
  const line = colour('--dc-line');
  const lines = ['--dc-accent', '--dc-green', '--dc-amber'].map(colour);
  const dashes = ['solid', 'dashed', 'dotted'];
  const bars = data.series.some((series) => series.kind === 'bar' && series.values.some((value) => value > 0));
  const axis = (position, name) => ({
    type: 'value', position, name, minInterval: 1, nameTextStyle: { color: soft }, splitLine: { show: position === 'left', lineStyle: { color: line } },
    axisLabel: { color: soft, formatter: (value) => shown.format(value) },
  });
  let ofLines = 0;
  return {
    animation: false,
    textStyle: { color: ink, fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 },
    grid: { left: 8, right: bars ? 8 : 20, top: 18, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: data.days, boundaryGap: bars, axisLabel: { color: soft }, axisLine: { lineStyle: { color: soft } } },
    yAxis: bars
      ? [axis('left', ''), axis('right', data.series.find((series) => series.kind === 'bar').name)]
      : [axis('left', '')],
    series: data.series
      .filter((series) => series.kind === 'line' || bars)
      .map((series) => {
        if (series.kind === 'bar') {
          return { name: series.name, type: 'bar', yAxisIndex: 1, data: series.values, barMaxWidth: 14, itemStyle: { color: line, borderColor: soft, borderWidth: 1 } };
        }
        const at = ofLines++;
        const last = series.values.length - 1;
        return {
          name: series.name, type: 'line', yAxisIndex: 0, showSymbol: series.values.length < 40, symbolSize: 5,
          data: series.values.map((value, day) => (day === last
            ? { value, label: { show: true, position: 'top', color: ink, formatter: () => shown.format(value) } }
            : value)),
          lineStyle: { color: lines[at % 3], width: 2, type: dashes[at % 3] }, itemStyle: { color: lines[at % 3] },
        };
      }),
  };
}

const SVG = 'http://www.w3.org/2000/svg';

// The smallest build of the library has no legend.
function legend(data, bars) {
  const list = document.createElement('p');
  list.className = 'chart-legend small';
  let ofLines = 0;
  data.series.filter((series) => series.kind === 'line' || bars).forEach((series) => {
    const item = document.createElement('span');
    const sign = document.createElementNS(SVG, 'svg');
    sign.setAttribute('aria-hidden', 'true');
    const mark = document.createElementNS(SVG, series.kind === 'bar' ? 'rect' : 'line');
    const places = series.kind === 'bar' ? { x: 7, y: 1, width: 11, height: 10 } : { x1: 0, x2: 26, y1: 6, y2: 6 };
    Object.entries(places).forEach(([name, value]) => mark.setAttribute(name, value));
    if (series.kind === 'line') mark.setAttribute('class', 'l' + (ofLines++ % 3));
    sign.append(mark);
    item.append(sign, series.name);
    list.append(item);
  });
  return list;
}

function draw(echarts, figure) {
  const table = document.getElementById(figure.dataset.chart);
  const data = read(table);
  if (data.days.length < 2) return;
  figure.hidden = false;
  figure.setAttribute('role', 'img');
  figure.before(legend(data, data.series.some((series) => series.kind === 'bar' && series.values.some((value) => value > 0))));
  const chart = echarts.init(figure);
  chart.setOption(options(data));
  drawn.push({ chart, data });
  const behind = table.closest('details');
  if (behind) behind.open = false;
}

const repaint = () => drawn.forEach(({ chart, data }) => chart.setOption(options(data), true));

if (figures.some((figure) => document.getElementById(figure.dataset.chart)?.tBodies[0]?.rows.length > 1)) {
  load().then((echarts) => {
    figures.forEach((figure) => draw(echarts, figure));
    addEventListener('resize', () => drawn.forEach(({ chart }) => chart.resize()));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
    new MutationObserver(repaint).observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'data-theme', 'data-bs-theme'] });
    // On paper a figure stands with its table.
    addEventListener('beforeprint', () => document.querySelectorAll('details.behind').forEach((behind) => { behind.open = true; }));
  }).catch(() => {});
}
