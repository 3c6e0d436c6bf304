//! Cards and charts: the time of one on one core, the memory of a drawing, and the same card made by a browser.
//!
//! `cargo bench --bench pictures` for the times, `-- memory` for the memory, `-- browser` for both ways side by side (Chromium and
//! chromedriver must be there).

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use criterion::Criterion;
use derek::article::Language;
use derek::picture::{Bars, Chart, Drawn, Entry, Look, Measure, Order, QuoteCard, Size, Studio, Theme};

const WORDS: &str = "Аким должен работать на земле, среди людей, а не в кабинете: знать нужды каждой семьи, видеть каждую улицу, \
    отвечать за каждую обещанную дорогу и за каждый построенный дом перед теми, кто его избрал и кто завтра спросит с него.";

fn card(size: Size) -> Order {
    let card = QuoteCard {
        language: Language::Ru,
        words: WORDS.to_owned(),
        speaker: Some("Касым-Жомарт Токаев".to_owned()),
        role: Some("Президент Казахстана".to_owned()),
        origin: "28 ноября 2025 года · Казахстанская правда".to_owned(),
        mark: "@DerekBot".to_owned(),
        rest: "Цитата целиком — в сообщении".to_owned(),
    };
    Order { drawn: Drawn::Quote(card), look: Look { size, theme: Theme::Light } }
}

fn chart(count: usize) -> Order {
    let entry = |at: usize| {
        let (number, measure) = match at % 3 {
            0 => (
                format!("{} тыс.", 100 * (at + 1)),
                Measure::Bar(Bars { value: (at + 1) as f64, kind: "дома".to_owned() }),
            ),
            1 => (format!("{} %", 5 * at), Measure::Part(at as f64 / 20.0)),
            _ => ("8 трлн 250 млрд ₸".to_owned(), Measure::Number),
        };
        let label = "направят на дороги, воду и школы сельских округов".to_owned();
        Entry { number, unit: Some("домов".to_owned()), label, measure }
    };
    let chart = Chart {
        title: "Президент встретился с акимами сельских округов".to_owned(),
        entries: (0..count).map(entry).collect(),
        origin: "28 ноября 2025 года · Казахстанская правда".to_owned(),
        mark: "@DerekBot".to_owned(),
        rest: "Остальные цифры — в сообщении".to_owned(),
    };
    Order { drawn: Drawn::Chart(chart), look: Look { size: Size::Square, theme: Theme::Light } }
}

fn orders() -> [(&'static str, Order); 5] {
    [
        ("card 1080x1080", card(Size::Square)),
        ("card 1080x1350", card(Size::Portrait)),
        ("card 1280x640", card(Size::Wide)),
        ("chart of 6", chart(6)),
        ("chart of 12", chart(12)),
    ]
}

fn times() {
    let studio = Studio::default();
    let mut criterion = Criterion::default().configure_from_args();
    for (name, order) in orders() {
        criterion.bench_function(name, |bencher| bencher.iter(|| studio.draw(&order)));
    }
    criterion.final_summary();
    for (name, order) in orders() {
        println!("{name}: {} kB", studio.draw(&order).png.len() / 1000);
    }
}

/// The most memory that this process held, in KiB (proc(5), VmHWM).
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or_default()
}

/// What each kind of picture holds at most, in a process of its own: with it, and without any.
fn memory() {
    let program = std::env::current_exe().expect("this program has a path");
    for name in std::iter::once("nothing").chain(orders().map(|(name, _)| name)) {
        let output = Command::new(&program).args(["peak", name]).output().expect("this program runs");
        println!("{name:16} {} MiB", String::from_utf8_lossy(&output.stdout).trim());
    }
}

fn peak_of(name: &str) {
    let studio = Studio::default();
    for (_, order) in orders().iter().filter(|(known, _)| *known == name) {
        assert!(!studio.draw(order).png.is_empty());
    }
    println!("{:.1}", peak() as f64 / 1024.0);
}

/// The card as a page: what somebody would write who has a browser draw it.
fn page() -> String {
    format!(
        "<html><body style='margin:0;width:1080px;height:1080px;background:#fbfaf6;color:#1b212a;position:relative'>\
         <p style='font:60px/1.34 Noto Serif;margin:90px 100px'>«{WORDS}»</p>\
         <p style='font:700 42px Noto Sans;margin:0 100px'>Касым-Жомарт Токаев</p>\
         <p style='font:31px Noto Sans;margin:10px 100px'>Президент Казахстана</p>\
         <p style='font:27px Noto Sans;position:absolute;left:100px;bottom:60px'>28 ноября 2025 года · Казахстанская правда</p>\
         <p style='font:27px Noto Sans;position:absolute;right:100px;bottom:60px'>@DerekBot</p></body></html>"
    )
}

/// The same card by Derek, by a browser that is open already, and by a browser that is started for it: they take turns.
fn browser() {
    const ROUNDS: usize = 15;
    let port = 19_515;
    let mut driver = Command::new("chromedriver")
        .arg(format!("--port={port}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver is there");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (mut ours, mut open, mut started) = (Vec::new(), Vec::new(), Vec::new());
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("card.html");
    fs::write(&file, page()).expect("the page is written");
    let address = format!("file://{}", file.display());
    let studio = Studio::default();
    runtime.block_on(async {
        use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
        let mut wishes = DesiredCapabilities::chrome();
        for wish in ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1080,1080", "--hide-scrollbars"]
        {
            wishes.add_arg(wish).expect("a wish");
        }
        let server = format!("http://127.0.0.1:{port}");
        let web = loop {
            match WebDriver::new(&server, wishes.clone()).await {
                Ok(web) => break web,
                Err(_) => tokio::time::sleep(Duration::from_millis(200)).await,
            }
        };
        for _ in 0..ROUNDS {
            let begun = Instant::now();
            assert!(!studio.draw(&card(Size::Square)).png.is_empty());
            ours.push(begun.elapsed());
            let begun = Instant::now();
            web.goto(&address).await.expect("the page opens");
            assert!(!web.screenshot_as_png().await.expect("a picture").is_empty());
            open.push(begun.elapsed());
            let begun = Instant::now();
            let to = format!("--screenshot={}", folder.path().join("card.png").display());
            let wishes = ["--headless", "--no-sandbox", "--disable-gpu", "--window-size=1080,1080", &to, &address];
            let made = Command::new("chromium").args(wishes).stderr(Stdio::null()).stdout(Stdio::null()).status();
            assert!(made.is_ok_and(|made| made.success()));
            started.push(begun.elapsed());
        }
        web.quit().await.expect("the browser ends");
    });
    driver.kill().and_then(|()| driver.wait()).expect("chromedriver ends");
    let median = |times: &mut Vec<Duration>| {
        times.sort();
        times[times.len() / 2].as_secs_f64() * 1000.0
    };
    let (ours, open, started) = (median(&mut ours), median(&mut open), median(&mut started));
    println!("the same card, medians of {ROUNDS} turns");
    println!("derek                       {ours:8.1} ms");
    println!("a browser that is open      {open:8.1} ms   {:.0} times as long", open / ours);
    println!("a browser that is started   {started:8.1} ms   {:.0} times as long", started / ours);
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["memory"] => memory(),
        ["peak", name] => peak_of(name),
        ["browser"] => browser(),
        _ => times(),
    }
}
