// Draws the charts of the report from the options in #data. An option is plain JSON; a text that
// begins with "var(--" is a colour of the style sheet, one that begins with "@" names a function here.
(function () {
  'use strict';
  var root = document.documentElement;
  var data = JSON.parse(document.getElementById('data').textContent);
  var figures = data.figures;
  var charts = [];
  var still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  var DAY = 864e5;

  function escapeHtml(text) {
    return String(text).replace(/[&<>"']/g, function (c) { return '&#' + c.charCodeAt(0) + ';'; });
  }

  // Three significant digits, as parapet.quantity.Show has them.
  function number(value) {
    if (value == null || !isFinite(value)) { return '–'; }
    if (value === 0) { return '0'; }
    var size = Math.abs(value);
    var sign = value < 0 ? '−' : '';
    var parts = size.toExponential(2).split('e');
    var power = Number(parts[1]);
    var bare = function (text) { return text.indexOf('.') < 0 ? text : text.replace(/\.?0+$/, ''); };
    if (power < -3 || power >= 15) { return sign + bare(parts[0]) + 'e' + power; }
    var plain = bare(Number(size.toPrecision(3)).toFixed(Math.max(0, 2 - power))).split('.');
    plain[0] = plain[0].replace(/\B(?=(\d{3})+$)/g, ',');
    return sign + plain.join('.');
  }

  // A range with its unit said once; one number where both ends read alike.
  function range(low, high, show, unit) {
    var from = show(low), to = show(high);
    return (from === to ? to : from + ' to ' + to) + unit;
  }

  function tipTable(title, rows) {
    return '<strong>' + escapeHtml(title) + '</strong>' + rows.map(function (row) {
      return '<br>' + row.map(escapeHtml).join(': ');
    }).join('');
  }

  // Functions that options name. `chart` holds the option as it was read.
  function named(name, chart) {
    switch (name) {
      case '@tip': return function (p) {
        return p.data && p.data.tip ? escapeHtml(p.data.tip).replace(/\n/g, '<br>') : '';
      };
      case '@ganttTip': return function (p) {
        var option = chart.option;
        var row = option.series[p.seriesIndex].data[p.dataIndex];
        var date = function (day) { return new Date(day).toISOString().slice(0, 10); };
        return '<strong>' + escapeHtml(option.yAxis.data[row[2]]) + '</strong><br>'
          + escapeHtml(option.extra.tips[row[4]]).replace(/\n/g, '<br>')
          + '<br>' + date(row[0]) + ' to ' + date(row[1] - DAY);
      };
      case '@time': return function (list) {
        var i = list.length ? list[0].dataIndex : 0;
        var rows = [];
        chart.option.series.forEach(function (s) {
          if (!/^(line|cause):/.test(s.id)) { return; }
          var low = find('band:' + s.name + ':low'), high = find('band:' + s.name + ':high');
          var value = s.data[i][1];
          rows.push([s.name, number(value) + (low ? ' (9 of 10 draws: ' + range(low.data[i][1], low.data[i][1] + high.data[i][1], number, '') + ')' : '')]);
        });
        function find(id) { return chart.option.series.filter(function (x) { return x.id === id; })[0]; }
        return tipTable(new Date(chart.option.extra.months[i]).toLocaleDateString('en', { month: 'short', year: 'numeric', timeZone: 'UTC' }), rows);
      };
      case '@stack': return function (p) {
        return tipTable(chart.option.yAxis.data[p.dataIndex], [[p.seriesName, number(chart.option.series[p.seriesIndex].data[p.dataIndex]) + ' ' + chart.option.xAxis.name]]);
      };
      case '@bars': return function (list) {
        var i = list.length ? list[0].dataIndex : 0;
        var rows = [];
        chart.option.series.forEach(function (s) {
          if (s.id.indexOf('bar:') !== 0) { return; }
          var w = chart.option.series.filter(function (x) { return x.id === 'whisker:' + s.name; })[0].data[i];
          rows.push([s.name, number(s.data[i]) + ' (9 of 10 draws: ' + range(w[1], w[2], number, '') + ')']);
        });
        return tipTable(chart.option.xAxis.data[i], rows);
      };
      case '@money': return function (list) {
        var i = list.length ? list[0].dataIndex : 0;
        var rows = [];
        var total = 0;
        chart.option.series.forEach(function (s) {
          if (s.id.indexOf('cause:') === 0) {
            total += s.data[i];
            if (Math.abs(s.data[i]) >= 0.05) { rows.push([s.name, number(s.data[i])]); }
          } else if (s.id === 'whiskers') {
            rows.push(['Total', number(total) + ' (9 of 10 draws: ' + range(s.data[i][1], s.data[i][2], number, '') + ')']);
          }
        });
        chart.option.series.forEach(function (s) {
          var own = s.id === 'budget' ? s.data.filter(function (row) { return row[0] === i; })[0] : null;
          if (own) { rows.push([s.name, number(own[1])]); }
        });
        var flat = !chart.option.xAxis.data;
        if (flat) { rows.push(['Total', number(total)]); }
        var category = flat ? chart.option.yAxis : chart.option.xAxis;
        var value = flat ? chart.option.xAxis : chart.option.yAxis;
        return tipTable(category.data[i] + ', ' + value.name, rows);
      };
      case '@band': return function (p, api) {
        var row = api.value(3), offset = api.value(4);
        var at = function (k) { return api.coord([api.value(k), row]); };
        var low = at(0), mid = at(1), high = at(2), colour = api.visual('color'), y = mid[1] + offset;
        return { type: 'group', children: [
          { type: 'rect', shape: { x: low[0], y: y - 3.5, width: Math.max(1, high[0] - low[0]), height: 7, r: 3 }, style: { fill: colour, opacity: 0.5 } },
          { type: 'circle', shape: { cx: mid[0], cy: y, r: 5 }, style: { fill: colour, stroke: css('--paper'), lineWidth: 1.5 } },
          { type: 'rect', shape: { x: low[0] - 4, y: y - 8, width: high[0] - low[0] + 8, height: 16 }, style: { fill: 'transparent' } }
        ] };
      };
      case '@mark': return function (p, api) {
        var a = api.coord([api.value(0), api.value(2)]), b = api.coord([api.value(1), api.value(2)]);
        var y = a[1] + api.value(3), colour = css(api.value(4) ? '--worse' : '--ink'), style = { stroke: colour, lineWidth: 2.4 };
        var tick = function (x) { return { type: 'line', shape: { x1: x, y1: y - 8, x2: x, y2: y + 8 }, style: style }; };
        var parts = [tick(a[0])];
        if (b[0] - a[0] > 1) { parts.push(tick(b[0]), { type: 'line', shape: { x1: a[0], y1: y, x2: b[0], y2: y }, style: style }); }
        if (api.value(4)) { parts.push({ type: 'text', style: { text: '\u2715', x: b[0] + 6, y: y, verticalAlign: 'middle', fill: colour, font: '700 13px ' + getComputedStyle(document.body).fontFamily } }); }
        return { type: 'group', children: parts };
      };
      case '@groupWhisker': return function (p, api) {
        var group = api.value(3), groups = api.value(4);
        var layout = api.barLayout({ count: groups, barMaxWidth: 46, barGap: '12%' })[group];
        var x = api.coord([api.value(0), 0])[0] + (groups > 1 ? layout.offsetCenter : 0);
        var a = api.coord([api.value(0), api.value(1)])[1], b = api.coord([api.value(0), api.value(2)])[1];
        if (Math.abs(a - b) < 1) { return null; }
        var style = { stroke: css('--ink'), lineWidth: 1.2 };
        var line = function (x1, y1, x2, y2) { return { type: 'line', shape: { x1: x1, y1: y1, x2: x2, y2: y2 }, style: style }; };
        return { type: 'group', children: [line(x, a, x, b), line(x - 4, a, x + 4, a), line(x - 4, b, x + 4, b)] };
      };
      case '@slip': return function (p, api) {
        var a = api.coord([api.value(0), api.value(1)]), b = api.coord([api.value(0), api.value(2)]);
        return { type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: api.visual('color'), lineWidth: 1.5, opacity: 0.6 } };
      };
      case '@gantt': return function (p, api) {
        var a = api.coord([api.value(0), api.value(2)]), b = api.coord([api.value(1), api.value(2)]);
        var h = api.size([0, 1])[1] * api.value(3), box = p.coordSys;
        var x0 = Math.max(a[0], box.x), x1 = Math.min(b[0], box.x + box.width);
        return x1 < x0 ? null : { type: 'rect', shape: { x: x0, y: a[1] - h / 2, width: Math.max(0.7, x1 - x0), height: h }, style: { fill: api.visual('color') } };
      };
      case '@span': return function (p, api) {
        var a = api.coord([api.value(0), api.value(2)]), b = api.coord([api.value(1), api.value(2)]);
        var item = chart.option.series[p.seriesIndex].data[p.dataIndex];
        var right = b[0] >= a[0];
        var parts = [{ type: 'rect', shape: { x: Math.min(a[0], b[0]), y: a[1] - 8, width: Math.max(0.7, Math.abs(b[0] - a[0])), height: 16 }, style: { fill: api.visual('color'), opacity: item.itemStyle.opacity } }];
        if (item.text && right) {
          parts.push({ type: 'text', style: { text: item.text, x: b[0] + 6, y: a[1], verticalAlign: 'middle', fill: css('--ink'), font: '12px ' + getComputedStyle(document.body).fontFamily, opacity: item.itemStyle.opacity < 1 ? 0.7 : 1 } });
        }
        return { type: 'group', children: parts };
      };
      case '@whisker': return function (p, api) {
        var a = api.coord([api.value(0), api.value(1)]), b = api.coord([api.value(0), api.value(2)]);
        if (Math.abs(a[1] - b[1]) < 1) { return null; }
        var style = { stroke: api.visual('color'), lineWidth: 1.2 };
        return { type: 'group', children: [
          { type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: style },
          { type: 'line', shape: { x1: a[0] - 4, y1: a[1], x2: a[0] + 4, y2: a[1] }, style: style },
          { type: 'line', shape: { x1: b[0] - 4, y1: b[1], x2: b[0] + 4, y2: b[1] }, style: style }
        ] };
      };
      case '@budget': return function (p, api) {
        var at = api.coord([api.value(0), api.value(1)]), before = api.coord([api.value(0), api.value(2)]);
        var half = api.size([1, 0])[0] / 2, left = at[0] - half;
        var points = [[left, before[1]], [left, at[1]], [at[0] + half, at[1]]];
        return { type: 'group', children: [
          { type: 'polyline', shape: { points: points }, style: { stroke: css('--paper'), lineWidth: 4.5, fill: 'none' } },
          { type: 'polyline', shape: { points: points }, style: { stroke: api.visual('color'), lineWidth: 2.2, fill: 'none' } }
        ] };
      };
      case '@cross': return function (p, api) {
        var at = function (i, j) { return api.coord([api.value(i), api.value(j)]); };
        var line = function (a, b) { return { type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: api.visual('color'), lineWidth: 1.2, opacity: 0.8 } }; };
        return { type: 'group', children: [line(at(1, 3), at(2, 3)), line(at(0, 4), at(0, 5))] };
      };
      default: return name;
    }
  }

  function css(name) { return getComputedStyle(root).getPropertyValue(name).trim(); }

  function live(tree, chart) {
    if (typeof tree === 'string') {
      if (tree.indexOf('var(--') === 0) { return css(tree.slice(4, -1)); }
      return tree.charAt(0) === '@' ? named(tree, chart) : tree;
    }
    if (Array.isArray(tree)) { return tree.map(function (x) { return live(x, chart); }); }
    if (tree && typeof tree === 'object') {
      var copy = {};
      Object.keys(tree).forEach(function (key) { copy[key] = live(tree[key], chart); });
      return copy;
    }
    return tree;
  }

  // Room for the legend and the labels at this width.
  function fit(option, width) {
    var lines = 0;
    if (option.legend) {
      var x = 0;
      lines = 1;
      option.legend.data.forEach(function (item) {
        var w = (item.name || item).length * 6.7 + 18 + 5 + 14;
        if (x > 0 && x + w > width - 12) { lines++; x = 0; }
        x += w;
      });
      option.grid.top = lines * 26 + (option.yAxis.name && !option.yAxis.inverse ? 24 : 8);
      option.legend.width = width - 12;
    }
    var labels = option.yAxis && option.yAxis.axisLabel;
    if (labels && labels.width) { labels.width = Math.min(labels.width, Math.round(width * 0.36)); }
    return Math.max(0, lines - 1) * 26;
  }

  // Labels at the ends of lines stand apart.
  function spread(tree, height) {
    var lines = tree.series.filter(function (s) { return s.endLabel && s.data.length; });
    if (lines.length < 2) { return; }
    var most = Math.max.apply(null, lines.map(function (s) { return Math.max.apply(null, s.data.map(function (p) { return p[1]; })); }));
    var scale = (height - tree.grid.top - 24) / Math.max(most, 1e-9), before = -1e9;
    lines.sort(function (a, b) { return end(b) - end(a); }).forEach(function (s) {
      var y = (most - end(s)) * scale, at = Math.max(y, before + 14);
      s.endLabel.offset = [0, at - y];
      before = at;
    });
    function end(s) { return s.data[s.data.length - 1][1]; }
  }

  // The first variant of a figure: by its choices, because an object puts keys that are numbers first.
  function firstKey(id, variants) {
    var key = (figures[id].choices || []).map(function (choice) { return choice.options[0][0]; }).join('|');
    return key in variants ? key : Object.keys(variants)[0];
  }

  // A variant holds what is not as in the first one.
  function patch(base, change) {
    if (change === undefined) { return base; }
    if (change && typeof change === 'object' && '=' in change) { return change['=']; }
    if (change && change['#']) {
      return base.map(function (item, i) { return patch(item, change['#'][i]); });
    }
    var copy = Object.assign({}, base);
    (change['-'] || []).forEach(function (key) { delete copy[key]; });
    Object.keys(change).forEach(function (key) { if (key !== '-') { copy[key] = key in copy ? patch(copy[key], change[key]) : whole(change[key]); } });
    return copy;
  }
  function whole(change) { return change && typeof change === 'object' && '=' in change ? change['='] : change; }

  function option(chart) {
    if (chart.known[chart.key]) { return chart.known[chart.key]; }
    var variants = figures[chart.figure].panels[chart.id];
    var first = firstKey(chart.figure, variants);
    var key = chart.key in variants ? chart.key : first;
    var tree = key === first ? variants[first] : patch(variants[first], variants[key]);
    chart.known[chart.key] = dated(tree);
    return chart.known[chart.key];
  }

  // Days become milliseconds, and values over months become points.
  function dated(tree) {
    if (!tree.extra) { return tree; }
    var copy = Object.assign({}, tree);
    if (tree.extra.days) {
      copy.series = tree.series.map(function (s) {
        return Object.assign({}, s, { data: s.data.map(function (row) { return [row[0] * DAY, row[1] * DAY].concat(row.slice(2)); }) });
      });
    }
    if (tree.extra.months) {
      copy.series = tree.series.map(function (s) {
        return s.data.length ? Object.assign({}, s, { data: s.data.map(function (v, i) { return [tree.extra.months[i], v]; }) }) : s;
      });
    }
    return copy;
  }

  function draw(chart, width) {
    var el = chart.el;
    chart.option = option(chart);
    chart.width = width || el.clientWidth || 680;
    var tree = live(chart.option, chart);
    var extra = fit(tree, chart.width);
    delete tree.extra;
    var height = ((chart.option.extra && chart.option.extra.height) || +el.dataset.height) + extra;
    el.style.height = height + 'px';
    tree.textStyle = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: css('--ink') };
    tree.backgroundColor = 'transparent';
    tree.animation = !still && !chart.drawn && !width;
    tree.animationDuration = 300;
    tree.aria = { enabled: false, decal: { show: tree.series.some(function (s) { return /^cause:/.test(s.id); }) } };
    if (tree.aria.decal.show) { tree.aria.enabled = true; tree.aria.label = { enabled: false }; }
    if (tree.tooltip) {
      tree.tooltip.backgroundColor = css('--paper');
      tree.tooltip.borderColor = css('--rule');
      tree.tooltip.textStyle = { color: css('--ink'), fontSize: 13 };
      tree.tooltip.extraCssText = 'max-width:22rem;white-space:normal;box-shadow:0 2px 10px rgba(0,0,0,.16)';
    }
    spread(tree, height);
    if (!chart.view) { chart.view = echarts.init(el, null, { renderer: 'svg', width: chart.width, height: height }); }
    chart.view.resize({ width: chart.width, height: height });
    chart.view.setOption(tree, true);
    chart.drawn = true;
  }

  // Charts in closed folds are drawn when they open.
  function seen(el) { return !el.closest('details:not([open])'); }
  function drawAll(width) {
    charts.forEach(function (c) {
      if (seen(c.el)) { draw(c, width && (c.el.closest('.two') || c.el.closest('.beside')) ? Math.round(width / 2 - 14) : width); } else { c.stale = true; }
    });
  }

  document.querySelectorAll('.chart').forEach(function (el) {
    var panels = figures[el.dataset.figure].panels[el.id];
    charts.push({ el: el, id: el.id, figure: el.dataset.figure, key: firstKey(el.dataset.figure, panels), known: {}, at: -1 });
  });
  document.querySelectorAll('details').forEach(function (d) {
    d.addEventListener('toggle', function () {
      if (!d.open) { return; }
      charts.forEach(function (c) { if (d.contains(c.el) && seen(c.el) && (!c.drawn || c.stale)) { c.stale = false; draw(c, printing ? c.width : 0); } });
    });
  });

  function figureCharts(id) { return charts.filter(function (c) { return c.figure === id; }); }

  // What is chosen for the whole page; it lives in the address beside the section.
  var state = {};
  var shared = {};
  document.querySelectorAll('[data-all]').forEach(function (select) {
    shared[select.dataset.all] = select;
    state[select.dataset.all] = select.value;
    select.dataset.first = select.value;
    select.addEventListener('change', function () { state[select.dataset.all] = select.value; apply(true); });
  });

  function chosen(figure) {
    var own = document.querySelectorAll('select[data-figure="' + figure + '"]');
    var at = 0;
    return (figures[figure].choices || []).map(function (choice) {
      if (!choice.shared) { return own[at++].value; }
      var wanted = state[choice.shared];
      return choice.options.some(function (o) { return o[0] === wanted; }) ? wanted : choice.options[0][0];
    });
  }

  function label(choice, key) { return choice.options.filter(function (o) { return o[0] === key; })[0][1]; }

  function show(id, tell) {
    var figure = figures[id];
    var keys = chosen(id), key = keys.join('|');
    var el = document.getElementById(id);
    var title = figure.titles[key] || figure.titles[''] || el.querySelector('figcaption').textContent;
    el.querySelector('figcaption h2, figcaption h3').textContent = title;
    el.querySelectorAll('output[data-shared]').forEach(function (output) {
      figure.choices.forEach(function (choice, i) { if (choice.shared === output.dataset.shared) { output.textContent = label(choice, keys[i]); } });
    });
    figureCharts(id).forEach(function (c) {
      c.key = key;
      c.at = -1;
      var panel = c.el.parentElement.querySelector('h4');
      c.el.setAttribute('aria-label', title + (panel ? ': ' + panel.textContent : ''));
      if (seen(c.el)) { draw(c); } else { c.stale = true; }
    });
    fill(el.querySelector('.numbers table'), cells(id, key));
    if (tell) { heads(); }
    if (tell) { say(title); }
  }

  // The words of a cell that follow from its numbers.
  function worded(cell) {
    return [number(cell[0]), cell.length > 1 ? range(cell[1], cell[2], number, '') : '', '', cell.join(';')];
  }

  // A text, or its pieces with where each leads.
  function write(node, text) {
    if (typeof text === 'string') { node.textContent = text; return; }
    text.forEach(function (piece) {
      var part = piece[1] ? document.createElement('a') : document.createTextNode('');
      part.textContent = piece[0];
      if (piece[1]) { part.href = piece[1]; part.rel = piece[1][0] === '#' ? '' : 'noreferrer'; }
      node.appendChild(part);
    });
  }

  // The cells of a table for a choice: those that are as for the first choice are held once.
  function cells(id, key) {
    var tables = figures[id].tables, rows = tables && tables[key];
    if (!rows) { return rows; }
    var first = tables[firstKey(id, tables)];
    return rows.map(function (row, r) { return row.map(function (cell, c) { return cell === 0 ? first[r][c] : cell; }); });
  }

  function fill(table, rows) {
    if (!rows) { return; }
    var body = table.tBodies[0], heads = table.tHead.rows[0].cells;
    body.textContent = '';
    rows.forEach(function (row) {
      var tr = body.insertRow();
      row.forEach(function (cell, i) {
        var td = tr.insertCell(), parts = typeof cell === 'string' ? [cell, '', '', ''] : typeof cell[0] === 'number' ? worded(cell) : cell;
        write(td, parts[0]);
        if (parts[1]) { td.appendChild(document.createElement('small')).textContent = parts[1]; }
        td.className = ((heads[i].className ? 'n ' : '') + parts[2]).trim();
        if (parts[3]) { td.dataset.v = parts[3]; }
      });
    });
  }

  var told = document.getElementById('told');
  function say(text) { told.textContent = text; }

  document.querySelectorAll('figure select').forEach(function (select) {
    select.addEventListener('change', function () { show(select.dataset.figure, true); });
  });

  // Two plans side by side.
  function signed(value) {
    var of = Math.abs(value) < 1e-9 ? 0 : value; // of sums that are equal
    return (of > 0 ? '+' : '') + number(of);
  }
  function compare() {
    var table = document.getElementById('compare-table');
    if (!table || !state.a || !state.b) { return; }
    var all = data.compare;
    var name = function (key) { return shared.a.querySelector('option[value="' + CSS.escape(key) + '"]').textContent.replace(' (reference)', ''); };
    table.tHead.rows[0].cells[1].textContent = name(state.a);
    table.tHead.rows[0].cells[2].textContent = name(state.b);
    var pair = all.pairs[state.b + '|' + state.a], back = all.pairs[state.a + '|' + state.b];
    var raw = function (v) { return v.slice(0, 3).join(';'); };
    fill(table, all.metrics.map(function (metric, i) {
      var a = all.estimates[state.a][i], b = all.estimates[state.b][i];
      var of = pair ? pair[i] : back && back[i] ? [-back[i][0], -back[i][2], -back[i][1], 1 - back[i][3]] : null;
      var unit = metric.unit === '%' ? ' points' : '';
      var cell = function (v) { return v ? [number(v[0]) + (metric.unit === '%' ? ' %' : ''), range(v[1], v[2], number, metric.unit === '%' ? ' %' : ''), '', raw(v)] : '–'; };
      return [[metric.label, metric.unit, '', ''], cell(a), cell(b), of
        ? [signed(of[0]) + unit, range(of[1], of[2], signed, unit) + ', better in ' + number(100 * (metric.more ? of[3] : 1 - of[3])) + ' %', '', raw(of)]
        : state.a === state.b ? 'the same plan' : '–'];
    }));
  }

  // The address: the section first, then what is chosen, as #q3&a=five-more&theme=dark.
  function read() {
    var parts = location.hash.slice(1).split('&');
    parts.forEach(function (part) {
      var at = part.indexOf('=');
      if (at < 0) { return; }
      var key = part.slice(0, at), value = decodeURIComponent(part.slice(at + 1));
      if (shared[key] && Array.prototype.some.call(shared[key].options, function (o) { return o.value === value; })) {
        shared[key].value = value;
        state[key] = value;
      }
    });
    return parts[0].indexOf('=') < 0 ? parts[0] : '';
  }
  var section = '';
  function address() {
    var parts = [section];
    Object.keys(shared).forEach(function (key) {
      if (state[key] !== shared[key].dataset.first) { parts.push(key + '=' + encodeURIComponent(state[key])); }
    });
    if (root.dataset.theme) { parts.push('theme=' + root.dataset.theme); }
    var hash = parts.join('&');
    try { history.replaceState(null, '', '#' + hash); } catch (e) { location.hash = hash; }
  }

  function apply(tell) {
    Object.keys(figures).forEach(function (id) {
      if ((figures[id].choices || []).some(function (c) { return c.shared; })) { show(id, false); }
    });
    compare();
    if (tell) {
      address();
      say('Figures show ' + Object.keys(shared).map(function (k) { return shared[k].selectedOptions[0].textContent; }).join(', '));
    }
  }

  function copy(text, said) {
    var done = function () { say(said); };
    if (navigator.clipboard && isSecureContext) { navigator.clipboard.writeText(text).then(done, fallback); } else { fallback(); }
    function fallback() {
      var area = document.createElement('textarea');
      area.value = text;
      document.body.appendChild(area);
      area.select();
      document.execCommand('copy');
      area.remove();
      done();
    }
  }
  document.getElementById('copy-link').addEventListener('click', function () { address(); copy(location.href, 'Link copied'); });
  document.getElementById('copy-citation').addEventListener('click', function (e) { copy(e.currentTarget.dataset.text, 'Citation copied'); });

  // Keys: left and right read a chart point by point.
  document.querySelectorAll('.chart').forEach(function (el) {
    el.addEventListener('keydown', function (e) {
      var step = e.key === 'ArrowRight' || e.key === 'ArrowDown' ? 1 : e.key === 'ArrowLeft' || e.key === 'ArrowUp' ? -1 : 0;
      var chart = charts.filter(function (c) { return c.el === el; })[0];
      if (!step || !chart.view) { if (e.key === 'Escape' && chart.view) { chart.view.dispatchAction({ type: 'hideTip' }); } return; }
      e.preventDefault();
      var at = chart.option.series.map(function (s, i) { return [i, s.data ? s.data.length : 0]; }).filter(function (s) { return s[1]; })[0];
      if (!at) { return; }
      chart.at = Math.max(0, Math.min(at[1] - 1, chart.at + step));
      chart.view.dispatchAction({ type: 'showTip', seriesIndex: at[0], dataIndex: chart.at });
      setTimeout(function () {
        var tip = Array.prototype.filter.call(el.children, function (c) { return !c.querySelector('svg') && c.textContent; })[0];
        if (tip) { say(tip.innerText); }
      }, 40);
    });
  });

  // Filters of the evidence.
  document.querySelectorAll('[data-filter]').forEach(function (form) {
    var rows = Array.prototype.slice.call(document.querySelectorAll('#' + CSS.escape(form.dataset.filter) + ' tbody tr'));
    var texts = rows.map(function (row) { return row.textContent.toLowerCase() + ' ' + row.dataset.tags; });
    function apply() {
      var words = form.querySelector('[type=search]').value.toLowerCase().split(/\s+/).filter(Boolean);
      var tags = [form.querySelector('select').value].concat(
        Array.prototype.map.call(form.querySelectorAll('[type=checkbox]:checked'), function (b) { return b.value; })).filter(Boolean);
      var shown = 0, group = null, groupText = '', any = false;
      rows.forEach(function (row, i) {
        if (row.classList.contains('group')) {
          if (group) { group.hidden = !any; }
          group = row; groupText = texts[i]; any = false;
          return;
        }
        var own = (row.dataset.tags || '').split(' ');
        var show = words.every(function (w) { return texts[i].indexOf(w) >= 0 || groupText.indexOf(w) >= 0; })
          && tags.every(function (t) { return own.indexOf(t) >= 0; });
        row.hidden = !show;
        if (show) { shown++; any = true; }
      });
      if (group) { group.hidden = !any; }
      form.querySelector('output').textContent = shown + ' claims shown';
    }
    form.addEventListener('input', apply);
    apply();
  });

  // CSV of any table, as a program wants it: numbers bare and not rounded, the unit in the head, low
  // and high in columns of their own, and on every row what it is of.
  function bare(text) {
    var t = text.trim().replace(/\u2212/g, '-').replace(/[\u25b2\u25bc\u2691]/g, '').replace(/,(?=\d{2,3}(\D|$))/g, '').replace(/^\u00b1\s*/, '').replace(/\s*(%|points|years)$/, '').trim();
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(t) ? String(Number(t)) : t === '\u2013' ? '' : null;
  }
  function csv(table) {
    var heads = Array.prototype.map.call(table.tHead.rows[0].cells, function (c) {
      return { name: c.textContent.trim(), unit: c.dataset.unit || '', number: c.classList.contains('n') };
    });
    var rows = [], group = '', grouped = table.querySelector('tr.group');
    var main = function (cell) { return Array.prototype.filter.call(cell.childNodes, function (n) { return n.nodeName !== 'SMALL'; }).map(function (n) { return n.textContent; }).join('').trim(); };
    var wide = heads.map(function () { return false; }), small = heads.map(function () { return false; });
    Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
      if (row.classList.contains('group')) { group = main(row.cells[0]); return; }
      rows.push([group, Array.prototype.map.call(row.cells, function (cell, i) {
        var s = cell.querySelector('small');
        var v = cell.dataset.v ? cell.dataset.v.split(';') : null;
        if (v && v.length > 1) { wide[i] = true; }
        if (s && !v) { small[i] = true; }
        var text = main(cell);
        var n = heads[i].number ? bare(text) : null;
        return { v: v || [n === null ? text : n], small: s ? s.textContent : '' };
      })]);
    });
    var figure = table.closest('figure');
    var of = [];
    if (figure && figures[figure.id]) {
      var keys = chosen(figure.id);
      figures[figure.id].choices.forEach(function (c, i) {
        of.push([{ a: 'plan', at: 'date', raid: 'raid', 'in': 'currency' }[c.shared] || 'choice', label(c, keys[i]).replace(' (reference)', '')]);
      });
    }
    of.push(['scenario', data.run.scenario], ['version', data.run.version], ['digest', data.run.digest], ['draws', data.run.draws]);
    var quote = function (text) {
      text = String(text);
      var safe = /^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && !/^[+-]?[\d.]+(e[+-]?\d+)?$/.test(text)) ? "'" + text : text;
      return /[",\r\n]/.test(safe) || safe !== text ? '"' + safe.replace(/"/g, '""') + '"' : safe;
    };
    var names = grouped ? ['group'] : [];
    heads.forEach(function (h, i) {
      var unit = h.unit ? ' [' + h.unit + ']' : '';
      names.push(h.name + unit);
      if (wide[i]) { names.push(h.name + ' low' + unit, h.name + ' high' + unit); }
      if (small[i]) { names.push(h.name + ' note'); }
    });
    var known = {};
    names = names.concat(of.map(function (o) { return o[0]; })).map(function (n) {
      known[n] = (known[n] || 0) + 1;
      return known[n] > 1 ? n + ' ' + known[n] : n;
    });
    return [names.map(quote).join(',')].concat(rows.map(function (r) {
      var out = grouped ? [r[0]] : [];
      r[1].forEach(function (c, i) {
        out.push(c.v[0]);
        if (wide[i]) { out.push(c.v.length > 1 ? c.v[1] : '', c.v.length > 2 ? c.v[2] : ''); }
        if (small[i]) { out.push(c.small); }
      });
      return out.concat(of.map(function (o) { return o[1]; })).map(quote).join(',');
    })).join('\r\n') + '\r\n';
  }

  function save(name, text, type) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }
  // The name of a file says what was chosen.
  function suffix(figure) {
    return figure && figures[figure.id] ? chosen(figure.id).map(function (k) { return '-' + k; }).join('').replace(/[^A-Za-z0-9_.-]/g, '_') : '';
  }

  document.querySelectorAll('[data-csv]').forEach(function (button) {
    button.addEventListener('click', function () {
      var table = document.getElementById(button.dataset.csv);
      save(button.dataset.csv + suffix(table.closest('figure')) + '.csv', '\ufeff' + csv(table), 'text/csv');
    });
  });
  document.querySelectorAll('[data-svg]').forEach(function (button) {
    button.addEventListener('click', function () {
      var chart = charts.filter(function (c) { return c.id === button.dataset.svg; })[0];
      if (!chart.drawn) { draw(chart); }
      var svg = chart.el.querySelector('svg').cloneNode(true);
      svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
      var title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
      title.textContent = chart.el.getAttribute('aria-label') + ' \u2014 ' + data.run.scenario + ', digest ' + data.run.digest;
      svg.insertBefore(title, svg.firstChild);
      save(chart.id + suffix(chart.el.closest('figure')) + '.svg', new XMLSerializer().serializeToString(svg), 'image/svg+xml');
    });
  });

  // A link into a folded block opens it.
  function reveal() {
    section = read();
    var target = section && document.getElementById(decodeURIComponent(section));
    if (!target) { return; }
    var open = false;
    for (var up = target; up; up = up.parentElement) {
      if (up.tagName === 'DETAILS' && !up.open) { up.open = true; open = true; }
    }
    if (target.hidden) { target.hidden = false; }
    document.querySelectorAll('.found').forEach(function (e) { e.classList.remove('found'); });
    target.classList.add('found');
    if (open || location.hash.indexOf('&') > 0) { target.scrollIntoView({ block: open ? 'center' : 'start' }); }
  }
  addEventListener('hashchange', function () { reveal(); address(); });

  // Theme: the system's, unless the reader chooses; the choice lives in the address.
  var system = matchMedia('(prefers-color-scheme: dark)');
  var button = document.getElementById('theme');
  function dark() { return root.dataset.theme ? root.dataset.theme === 'dark' : system.matches; }
  function name() { button.textContent = dark() ? 'Light theme' : 'Dark theme'; }
  button.addEventListener('click', function () {
    root.dataset.theme = dark() ? 'light' : 'dark';
    address();
    name();
    drawAll();
  });
  system.addEventListener('change', function () { name(); drawAll(); });

  // Paper: light, at the width of the page, and what the answers rest on opened.
  var printing = null;
  addEventListener('beforeprint', function () {
    if (printing) { return; }
    printing = { theme: root.dataset.theme, opened: [] };
    root.dataset.theme = 'light';
    document.querySelectorAll('details.trace:not([open])').forEach(function (d) { d.open = true; printing.opened.push(d); });
    still = true;
    drawAll(660);
    charts.forEach(function (c) { if (c.el.closest('.picture')) { draw(c, 236); } });
  });
  addEventListener('afterprint', function () {
    if (!printing) { return; }
    if (printing.theme) { root.dataset.theme = printing.theme; } else { delete root.dataset.theme; }
    printing.opened.forEach(function (d) { d.open = false; });
    printing = null;
    drawAll();
  });

  // On a phone every cell says what it is.
  function heads() {
    if (innerWidth > 640) { return; }
    document.querySelectorAll('table').forEach(function (table) {
      var names = Array.prototype.map.call(table.tHead.rows[0].cells, function (c) { return c.textContent; });
      Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
        Array.prototype.forEach.call(row.cells, function (td, i) { td.dataset.head = names[i] || ''; });
      });
    });
  }

  name();
  section = read();
  apply(false);
  charts.forEach(function (c) { if (!c.drawn && seen(c.el)) { draw(c); } });
  heads();
  reveal();
  var last = innerWidth;
  new ResizeObserver(function () {
    if (innerWidth !== last && !printing) { last = innerWidth; heads(); drawAll(); }
  }).observe(document.body);
  root.dataset.ready = 'yes';
})();
