// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

/** What is wrong in a picture as a browser shows it, a line each: texts over others or over marks, cut off, or set in
 * other letters than the picture brings along. */
function faultsOf(svg) {
    const sheet = svg.getBoundingClientRect();
    const faults = [];
    const named = element => `"${element.textContent}"`;
    const eventOf = element => element.closest('[data-event]')?.dataset.event;

    const things = [];
    for (const text of svg.querySelectorAll('text')) {
        const box = text.getBBox();
        // Letters, not the line that they stand in.
        const size = parseFloat(getComputedStyle(text).fontSize);
        const middle = parseFloat(text.getAttribute('y')) - size * 0.36;
        const matrix = text.getCTM();
        const corner = (x, y) => new DOMPoint(x, y).matrixTransform(matrix);
        const from = corner(box.x, middle - size * 0.33);
        const to = corner(box.x + box.width, middle + size * 0.33);
        things.push({name: named(text), isText: true, event: eventOf(text), left: from.x, top: from.y, right: to.x, bottom: to.y});
        if (from.x < -0.5 || from.y < -0.5 || to.x > sheet.width + 0.5 || to.y > sheet.height + 0.5) {
            faults.push(`${named(text)} is cut off by the sheet`);
        }
        const wanted = text.getAttribute('textLength');
        if (wanted !== null) {
            text.removeAttribute('textLength');
            const own = text.getComputedTextLength();
            text.setAttribute('textLength', wanted);
            if (Math.abs(own - wanted) > 1 + wanted / 50) {
                faults.push(`${named(text)} is ${own.toFixed(1)} wide by its letters, not ${wanted}`);
            }
        }
    }
    for (const mark of svg.querySelectorAll('g.event path')) {
        const box = mark.getBBox();
        const matrix = mark.getCTM();
        const from = new DOMPoint(box.x, box.y).matrixTransform(matrix);
        const to = new DOMPoint(box.x + box.width, box.y + box.height).matrixTransform(matrix);
        things.push({name: `a mark of ${eventOf(mark)}`, left: from.x, top: from.y, right: to.x, bottom: to.y});
    }
    for (let i = 0; i < things.length; ++i) {
        for (let j = i + 1; j < things.length; ++j) {
            const [a, b] = [things[i], things[j]];
            const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if ((a.isText || b.isText) && width > 0.75 && height > 0.75) {
                faults.push(`${a.name} lies over ${b.name}`);
            }
        }
    }
    return faults;
}

/** Looks at each picture of `pictures` ({name, svg}) in a document of its own, since each brings its own fonts. */
async function lookAt(pictures) {
    const lines = [];
    for (const {name, svg} of pictures) {
        const frame = document.createElement('iframe');
        frame.style.cssText = 'border:0;width:4000px;height:3000px';
        frame.srcdoc = `<body style="margin:0">${svg.replace(/^<\?xml[^>]*>/, '')}`;
        const loaded = new Promise(resolve => frame.addEventListener('load', resolve));
        document.body.append(frame);
        await loaded;
        const its = frame.contentDocument;
        await Promise.all([...its.fonts].map(font => font.load()));
        const picture = its.querySelector('svg');
        const texts = picture.querySelectorAll('text').length;
        lines.push(`${name}: ${picture.querySelectorAll('g.event').length} events, ${texts} texts`);
        lines.push(...faultsOf(picture).map(fault => `FAULT ${name}: ${fault}`));
        frame.remove();
    }
    const report = document.createElement('pre');
    report.id = 'report';
    report.textContent = ['', ...lines, 'looked at all', ''].join('\n');
    document.body.append(report);
}
