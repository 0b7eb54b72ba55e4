//! The columns of CSV are stable: other people's programs read them.

use snapbox::cmd::{Command, cargo_bin};
use snapbox::str;

/// First line of each list over an empty workspace.
fn header(verb: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let tenkyo = || Command::new(cargo_bin!("tenkyo")).current_dir(folder.path()).env("LC_ALL", "C");
    // A file that cannot be read makes a workspace and puts nothing into it.
    tenkyo().args(["add", "missing.txt", "--workspace", "w"]).assert().code(1);
    let output =
        tenkyo().args([verb, "--format", "csv", "--workspace", "w"]).output().expect("the program runs");
    format!("{verb}: {}", String::from_utf8_lossy(&output.stdout))
}

#[test]
fn columns_stay() {
    let verbs = [
        "timeline",
        "statements",
        "claims",
        "disputes",
        "transfers",
        "series",
        "forecasts",
        "relations",
        "actors",
    ];
    let headers: String = verbs.into_iter().map(header).collect();
    snapbox::assert_data_eq!(
        headers,
        str![[r#"
timeline: date,date-local,type,mode,who,source,target,place,text,polarity,certainty,roots,agreements,documents,id
statements: date,speaker,speaker-id,text,mode,polarity,certainty,via,documents,id
claims: what,asserts,hedges,denies,relays,roots,documents,id
disputes: kind,about,sides,documents,id
transfers: date,from,giver,to,receiver,item,category,quantity,min,max,unit,status,polarity,certainty,roots,measures,agreements,documents,id
series: what,unit,as-of,value,min,max,root,text,source,start,end,id
forecasts: published,by,by-id,text,likelihood,horizon,outcome,decided-by,source,start,end,id
relations: month,from,source-id,to,target-id,count,score,confirmed,confirmed-score,occurrences
actors: name,kind,titles,names,mentions,documents,wikidata,id

"#]]
    );
}
