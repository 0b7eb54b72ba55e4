//! The tools. Their doc comments and those of their arguments are what a model reads.

use crate::answer::{list, pieces, result};
use crate::ask::{Ask, Wording, bad, limit};
use rmcp::handler::server::router::tool::ToolRouter;
use rmcp::handler::server::wrapper::Parameters;
use rmcp::model::{CallToolResult, Implementation, ServerCapabilities, ServerConfig};
use rmcp::{ErrorData, ServerHandler, tool, tool_handler, tool_router};
use std::sync::Arc;
use tenkyo_model::ledger::Member;
use tenkyo_query::{Live, Page, Paging};
use tenkyo_text::Offsets;

/// What a model should know before it asks.
const ABOUT: &str = "A ledger of Japanese news: who said what, who did or gave what to whom, on whose word, and how sure. \
    Texts are Japanese; ask with Japanese names and words. Actors are ids; `names` of each answer says who they are. \
    Every entry stands on exact words: quote them from `words` and cite outlet, date and title. What is denied has polarity `-`; \
    an entry says that somebody said it, not that it is true. For one person's denials ask `statements` with `actor` and `polarity` `-`. \
    Answers are cut when they grow long: `cut` says so and `next` continues. Nothing can be written.";

/// The tools over one workspace.
#[derive(Clone)]
pub struct Tools {
    live: Arc<Live>,
    tool_router: ToolRouter<Self>,
}

type Answer = Result<CallToolResult, ErrorData>;

#[tool_router]
impl Tools {
    /// The tools over this workspace.
    pub fn new(live: Arc<Live>) -> Self {
        Self { live, tool_router: Self::tool_router() }
    }

    #[tool(
        description = "Full text search for `q` in articles and statements, in every inflection, the best first; `type` is `article` or `statement`. \
            `facets` counts the hits by kind, outlet, year and speaker: ask again with one of their values to narrow.",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn search(&self, Parameters(ask): Parameters<Ask>) -> Answer {
        ask.check()?;
        let live = self.live.clone();
        let found = tokio::task::spawn_blocking(move || {
            let internal = |e: &dyn std::fmt::Display| ErrorData::internal_error(e.to_string(), None);
            let found = live.find(&ask.filter).map_err(|e| internal(&e))?;
            let piece = |paging: &Paging| found.page(paging).map_err(|e| internal(&e));
            let mut answer = pieces("entries", piece, &ask.paging)?;
            answer["facets"] = serde_json::to_value(&found.facets).map_err(|e| internal(&e))?;
            Ok::<_, ErrorData>(answer)
        });
        let found = found.await.map_err(|e| ErrorData::internal_error(e.to_string(), None))??;
        Ok(result(&self.live.now(), found))
    }

    #[tool(
        description = "Who said what, each act of saying once, in order of time: speaker, relayers (`via`), certainty, polarity. \
            `actor` takes who says or relays it; `polarity` `-` gives denials.",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn statements(&self, Parameters(ask): Parameters<Ask>) -> Answer {
        let now = self.live.now();
        list(&now, &now.ledger.utterances, &ask, |w, u| w.utterance(u))
    }

    #[tool(
        description = "Propositions with who asserts, denies, hedges or relays each, and their independent first sources (`roots`).",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn claims(&self, Parameters(ask): Parameters<Ask>) -> Answer {
        let now = self.live.now();
        list(&now, &now.ledger.claims, &ask, |w, c| w.claim(c))
    }

    #[tool(
        description = "Contradictions between sources: denials, differing figures, dates and actors, each side with its words.",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn disputes(&self, Parameters(ask): Parameters<Ask>) -> Answer {
        let now = self.live.now();
        list(&now, &now.ledger.disputes, &ask, |w, d| w.dispute(d))
    }

    #[tool(
        description = "What happened, each real event once, in order of time: who, to whom, where, how sure, on whose word.",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn timeline(&self, Parameters(ask): Parameters<Ask>) -> Answer {
        let now = self.live.now();
        list(&now, &now.ledger.occurrences, &ask, |w, o| w.occurrence(o))
    }

    #[tool(
        description = "Who gave, sold, shipped or offered what to whom: item, category, quantity with bounds, status, UN measures it falls under.",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn transfers(&self, Parameters(ask): Parameters<Ask>) -> Answer {
        let now = self.live.now();
        list(&now, &now.ledger.transfers, &ask, |w, t| w.transfer(t))
    }

    #[tool(
        description = "Figures that measure one thing over time, each with its date, bounds and who says so.",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn figures(&self, Parameters(ask): Parameters<Ask>) -> Answer {
        let now = self.live.now();
        list(&now, &now.ledger.series, &ask, |w, s| w.series(s))
    }

    #[tool(
        description = "Forecasts: who expects what, how likely, by when, and whether it held.",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn forecasts(&self, Parameters(ask): Parameters<Ask>) -> Answer {
        let now = self.live.now();
        list(&now, &now.ledger.forecasts, &ask, |w, f| w.forecast(f))
    }

    #[tool(
        description = "Treaties and other agreements: parties, signing, force, end, what they lay down.",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn agreements(&self, Parameters(ask): Parameters<Ask>) -> Answer {
        let now = self.live.now();
        list(&now, &now.ledger.agreements, &ask, |w, a| w.agreement(a))
    }

    #[tool(
        description = "Persons, organisations, states and places with ids, names and titles; ask here who a name is before asking what they said.",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn actors(&self, Parameters(ask): Parameters<Ask>) -> Answer {
        let now = self.live.now();
        list(&now, &now.ledger.actors, &ask, |w, a| w.actor(a))
    }

    #[tool(
        description = "The exact words that an entry stands on, or those at a place of an article, with outlet, date, title, offsets and selectors: quote and cite these.",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn words(&self, Parameters(asked): Parameters<Wording>) -> Answer {
        limit(&asked.paging)?;
        let now = self.live.now();
        let place;
        let members = match (&asked.id, &asked.document, asked.span) {
            (Some(id), None, None) => now.members_of(id).ok_or_else(|| bad("no entry has this id"))?,
            (None, Some(document), Some(span)) => {
                let article =
                    now.reading(document).map(|r| &r.article).ok_or_else(|| bad("no article has this id"))?;
                let span =
                    Offsets::new(&article.text).span_of_code_points(span).filter(|span| !span.is_empty());
                let span = span.ok_or_else(|| bad("the article has no such span"))?;
                place = Member { document: article.source.clone(), span };
                vec![&place]
            }
            _ => return Err(bad("give either `id`, or `document` and `span`")),
        };
        let piece = |paging: &Paging| {
            Ok(Page::by_number(&members, paging).map(|page| page.filter_map(|member| now.words(member))))
        };
        Ok(CallToolResult::structured(pieces("words", piece, &asked.paging)?))
    }
}

#[tool_handler(router = self.tool_router)]
impl ServerHandler for Tools {
    fn get_info(&self) -> ServerConfig {
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(Implementation::new("tenkyo", env!("CARGO_PKG_VERSION")))
            .with_instructions(ABOUT)
    }
}
