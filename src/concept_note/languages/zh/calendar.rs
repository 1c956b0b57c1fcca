//! How Chinese says when something is held.

use crate::concept_note::calendar::{Calendar, Hours};

pub(super) static CALENDAR: Calendar = Calendar {
    // dates are written with numbers alone
    months: [&[]; 12],
    ranges: &["至", "到", "和", "、", "~", "～"],
    held: &["开幕", "举行", "召开", "召集", "定于", "开始", "日期"],
    deadlines: &[
        "截止",
        "之前送交",
        "之前提交",
        "前送交",
        "前提交",
        "最迟",
        "不迟于",
        "之前",
        "以前",
        "日前",
        "时前",
        "点前",
    ],
    before: &[],
    hours: Hours {
        after: r"时间\s*[:：]|于|在",
        sure: "",
        spans: "",
        unit: "",
        clock: "时|時|点钟|點鐘",
        mark: r"[:：点點]",
        minutes: r"分钟?",
        half: r"半",
        quarter: r"一刻",
        until: r"至|到",
        morning: r"上午|凌晨|清晨|早上|早",
        afternoon: r"下午|傍晚|晚上|晚|中午",
        noon: r"中午|正午",
        part_first: true,
        part_alone: true,
        unit_alone: false,
    },
    zones: &[("世界时", "Etc/UTC"), ("格林尼治时间", "Etc/UTC"), ("欧洲中部时间", "Europe/Zurich")],
    time_after_city: &["时间", "当地时间"],
    time_before_city: &[],
};
