// Draws the charts of the report from the options in #data. An option is plain JSON; a text that
// begins with "var(--" is a colour of the style sheet, one that begins with "@" names a function here.
(function () {
  'use strict';
  var root = document.documentElement;
  var figures = JSON.parse(document.getElementById('data').textContent);
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
      case '@fan': return function (list) {
        var i = list.length ? list[0].dataIndex : 0;
        var series = chart.option.series;
        var get = function (id) { var s = series.filter(function (x) { return x.id === id; })[0]; return s ? s.data[i] : null; };
        var rows = [];
        series.forEach(function (s) {
          if (s.id.indexOf('line:') === 0) { rows.push([s.name, number(s.data[i])]); }
        });
        series.forEach(function (s) {
          var match = /^band:(.*):p50$/.exec(s.id);
          if (match) {
            var key = 'band:' + match[1] + ':';
            var low = get(key + 'p05');
            var high = low + (get(key + 'p25') || 0) + (get(key + 'p75') || 0) + get(key + 'p95');
            rows.push([match[1], number(s.data[i]) + ' (9 of 10 runs: ' + number(low) + ' to ' + number(high) + ')']);
          }
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
            rows.push(['Total', number(total) + ' (9 of 10 runs: ' + number(s.data[i][1]) + ' to ' + number(s.data[i][2]) + ')']);
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
      case '@year': return function (value) { return value.slice(0, 4); };
      case '@yearStart': return function (i, value) {
        return / Q1$/.test(value) && (+value.slice(0, 4)) % (chart.width < 520 ? 5 : 2) === 0;
      };
      case '@band': return function (p, api) {
        var at = function (k) { return api.coord([api.value(k), api.value(5)]); };
        var low = at(0), q1 = at(1), mid = at(2), q3 = at(3), high = at(4), colour = api.visual('color');
        return { type: 'group', children: [
          { type: 'rect', shape: { x: low[0], y: low[1] - 2, width: Math.max(1, high[0] - low[0]), height: 4, r: 2 }, style: { fill: colour, opacity: 0.45 } },
          { type: 'rect', shape: { x: q1[0], y: q1[1] - 5, width: Math.max(0, q3[0] - q1[0]), height: 10, r: 3 }, style: { fill: colour, opacity: 0.7 } },
          { type: 'circle', shape: { cx: mid[0], cy: mid[1], r: 5 }, style: { fill: colour, stroke: css('--paper'), lineWidth: 1.5 } },
          { type: 'rect', shape: { x: low[0] - 4, y: low[1] - 13, width: high[0] - low[0] + 8, height: 26 }, style: { fill: 'transparent' } }
        ] };
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
        if (x > 0 && x + w > width) { lines++; x = 0; }
        x += w;
      });
      option.grid.top = lines * 26 + (option.yAxis.name ? 24 : 8);
      option.legend.width = width;
    }
    var labels = option.yAxis && option.yAxis.axisLabel;
    if (labels && labels.width) { labels.width = Math.min(labels.width, Math.round(width * 0.36)); }
    return Math.max(0, lines - 1) * 26;
  }

  function draw(chart, width) {
    var el = chart.el;
    var data = figures[chart.figure];
    var variants = data.panels[chart.id];
    chart.option = chart.days[chart.key] || (chart.days[chart.key] = days(variants[chart.key] || variants[Object.keys(variants)[0]]));
    chart.width = width || el.clientWidth || 680;
    var option = live(chart.option, chart);
    var extra = fit(option, chart.width);
    delete option.extra;
    var height = ((chart.option.extra && chart.option.extra.height) || +el.dataset.height) + extra;
    el.style.height = height + 'px';
    if (chart.mode) {
      option.series = option.series.map(function (s) {
        var hide = chart.mode === 'run' ? /^band:Ready/.test(s.id) : /^run:/.test(s.id);
        return hide ? Object.assign({}, s, { data: [], markLine: undefined }) : s;
      });
    }
    option.textStyle = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: css('--ink') };
    option.backgroundColor = 'transparent';
    option.animation = !still && !chart.drawn;
    option.animationDuration = 300;
    option.aria = { enabled: true, label: { description: el.dataset.summary }, decal: { show: option.series.some(function (s) { return /^cause:/.test(s.id); }) } };
    if (option.tooltip) {
      option.tooltip.backgroundColor = css('--paper');
      option.tooltip.borderColor = css('--rule');
      option.tooltip.textStyle = { color: css('--ink'), fontSize: 13 };
      option.tooltip.extraCssText = 'max-width:22rem;white-space:normal;box-shadow:0 2px 10px rgba(0,0,0,.16)';
    }
    if (!chart.view) { chart.view = echarts.init(el, null, { renderer: 'svg', width: chart.width, height: height }); }
    chart.view.resize({ width: chart.width, height: height });
    chart.view.setOption(option, true);
    chart.drawn = true;
  }

  function days(option) {
    if (!option.extra || !option.extra.days) { return option; }
    option.series.forEach(function (s) {
      s.data = s.data.map(function (row) { return [row[0] * DAY, row[1] * DAY].concat(row.slice(2)); });
    });
    return option;
  }

  function drawAll(width) { charts.forEach(function (c) { draw(c, width && c.el.closest('.two') ? Math.round(width / 2 - 18) : width); }); }

  document.querySelectorAll('.chart').forEach(function (el) {
    el.dataset.summary = el.getAttribute('aria-label');
    var panels = figures[el.dataset.figure].panels[el.id];
    charts.push({ el: el, id: el.id, figure: el.dataset.figure, key: Object.keys(panels)[0], mode: '', days: {} });
  });

  function figureCharts(id) { return charts.filter(function (c) { return c.figure === id; }); }

  document.querySelectorAll('figure input[type=radio]').forEach(function (radio) {
    if (radio.checked) { figureCharts(radio.dataset.figure).forEach(function (c) { c.mode = radio.value; }); }
    radio.addEventListener('change', function () {
      figureCharts(radio.dataset.figure).forEach(function (c) { c.mode = radio.value; draw(c); });
    });
  });

  document.querySelectorAll('figure select').forEach(function (select) {
    select.addEventListener('change', function () {
      var figure = select.closest('figure');
      var key = Array.prototype.map.call(figure.querySelectorAll('select'), function (s) { return s.value; }).join('|');
      figureCharts(figure.id).forEach(function (c) { c.key = key; draw(c); });
      var rows = figures[figure.id].tables[key];
      if (rows) {
        var body = figure.querySelector('tbody');
        var heads = figure.querySelectorAll('thead th');
        body.textContent = '';
        rows.forEach(function (row) {
          var tr = body.insertRow();
          row.forEach(function (text, i) {
            var td = tr.insertCell();
            td.textContent = text;
            td.className = heads[i].className;
          });
        });
      }
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

  // CSV of any table: the small print of a cell becomes a column of its own.
  function csv(table) {
    var heads = Array.prototype.map.call(table.tHead.rows[0].cells, function (c) { return c.textContent; });
    var rows = [], group = '', grouped = table.querySelector('tr.group');
    var main = function (cell) { return Array.prototype.filter.call(cell.childNodes, function (n) { return n.nodeName !== 'SMALL'; }).map(function (n) { return n.textContent; }).join('').trim(); };
    var small = heads.map(function () { return false; });
    Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
      if (row.classList.contains('group')) { group = main(row.cells[0]); return; }
      var cells = Array.prototype.map.call(row.cells, function (cell, i) {
        var s = cell.querySelector('small');
        if (s) { small[i] = true; }
        return [main(cell), s ? s.textContent : ''];
      });
      rows.push([group, cells]);
    });
    var quote = function (text) { return '"' + (/^[=@]/.test(text) ? "'" : '') + text.replace(/"/g, '""') + '"'; };
    var line = function (first, cells) {
      var out = grouped ? [quote(first)] : [];
      cells.forEach(function (c, i) { out.push(quote(c[0])); if (small[i]) { out.push(quote(c[1])); } });
      return out.join(',');
    };
    return [line('Group', heads.map(function (h) { return [h, h + ' (detail)']; }))]
      .concat(rows.map(function (r) { return line(r[0], r[1]); })).join('\r\n') + '\r\n';
  }

  document.querySelectorAll('[data-csv]').forEach(function (button) {
    button.addEventListener('click', function () {
      var link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['\ufeff' + csv(document.getElementById(button.dataset.csv))], { type: 'text/csv' }));
      link.download = button.dataset.csv + '.csv';
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    });
  });

  // A link into a folded table opens it.
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    var open = false;
    for (var up = target; up; up = up.parentElement) {
      if (up.tagName === 'DETAILS' && !up.open) { up.open = true; open = true; }
    }
    if (target.hidden) { target.hidden = false; }
    if (open) { target.scrollIntoView({ block: 'center' }); }
  }
  addEventListener('hashchange', reveal);

  // Theme: the system's, unless the reader chooses; the choice lives in the address.
  var system = matchMedia('(prefers-color-scheme: dark)');
  var button = document.getElementById('theme');
  function dark() { return root.dataset.theme ? root.dataset.theme === 'dark' : system.matches; }
  function label() { button.textContent = dark() ? 'Light theme' : 'Dark theme'; }
  button.addEventListener('click', function () {
    root.dataset.theme = dark() ? 'light' : 'dark';
    history.replaceState(null, '', '#theme=' + root.dataset.theme);
    label();
    drawAll();
  });
  system.addEventListener('change', function () { label(); drawAll(); });

  // Paper: light, at the width of the page, short tables opened.
  var before = null;
  addEventListener('beforeprint', function () {
    if (before) { return; }
    before = { theme: root.dataset.theme, opened: [] };
    root.dataset.theme = 'light';
    document.querySelectorAll('details:not([open])').forEach(function (d) {
      if (d.querySelectorAll('tbody tr').length <= 30) { d.open = true; before.opened.push(d); }
    });
    still = true;
    drawAll(660);
  });
  addEventListener('afterprint', function () {
    if (!before) { return; }
    if (before.theme) { root.dataset.theme = before.theme; } else { delete root.dataset.theme; }
    before.opened.forEach(function (d) { d.open = false; });
    before = null;
    drawAll();
  });

  label();
  drawAll();
  reveal();
  var last = innerWidth;
  new ResizeObserver(function () {
    if (innerWidth !== last && !before) { last = innerWidth; drawAll(); }
  }).observe(document.body);
  root.dataset.ready = 'yes';
})();
