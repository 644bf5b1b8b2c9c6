//! The listener: hyper with a timer for slow headers, and an end that waits for what is under way.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::ServiceExt as _;

use crate::web::unread::Unread;

/// How long is waited for a client.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// One that has not sent its headers by then is dropped.
    pub headers: Duration,
    /// A request whose body does not arrive, or whose answer is not made, ends after this.
    pub request: Duration,
    /// One that takes nothing of its answer for so long is dropped.
    pub unread: Duration,
    /// What is under way at the end has so long to finish.
    pub last: Duration,
}

impl Patience {
    pub const USUAL: Self = Self {
        headers: Duration::from_secs(20),
        request: Duration::from_secs(60),
        unread: Duration::from_secs(60),
        last: Duration::from_secs(20),
    };
}

/// Serves until `stop` resolves, then lets what is under way finish.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    serve_with(Patience::USUAL, listener, router, stop).await;
}

/// The same with another patience.
pub async fn serve_with(patience: Patience, listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    // HTTP/1.1 only: a proxy speaks nothing else to us, and guessing the protocol waits without a timer
    // for a client that sends nothing.
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(patience.headers);
    let graceful = GracefulShutdown::new();
    let router = router.layer(tower_http::timeout::TimeoutLayer::with_status_code(
        axum::http::StatusCode::REQUEST_TIMEOUT,
        patience.request,
    ));
    tokio::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(pair) => pair,
                Err(error) => {
                    // Out of file descriptors, most likely: wait for some to be given back.
                    tracing::warn!(%error, "accept failed");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        // Without this, small packets wait for each other 40 ms.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "nodelay");
        }
        let service = router.clone().map_request(move |mut request: hyper::Request<hyper::body::Incoming>| {
            request.extensions_mut().insert(ConnectInfo::<SocketAddr>(peer));
            request.map(axum::body::Body::new)
        });
        let connection = builder.serve_connection_with_upgrades(
            TokioIo::new(Unread::new(stream, patience.unread)),
            TowerToHyperService::new(service),
        );
        let connection = graceful.watch(connection.into_owned());
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "connection");
            }
        });
    }
    drop(listener);
    if tokio::time::timeout(patience.last, graceful.shutdown()).await.is_err() {
        tracing::warn!("some connections did not end in time");
    }
}
