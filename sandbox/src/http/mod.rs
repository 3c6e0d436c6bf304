//! HTTP at the edge: the routes, and the thread that serves them.

mod body;
mod bot;
mod client;
mod delivery;
mod download;
mod fetch;
mod guard;
mod line;

use std::{
    io,
    net::{SocketAddr, TcpListener},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
};

use axum::{Router, extract::DefaultBodyLimit, middleware, routing::get};
use tokio::sync::oneshot;

pub(crate) use body::read_params;
pub(crate) use guard::is_this_machine;

use crate::{control, limits, page, traffic::Traffic, world::World};
use line::{Lines, Switch};

/// What all requests of a sandbox share. Whoever needs both locks takes the world first.
pub(crate) struct Shared {
    world: Mutex<World>,
    traffic: Mutex<Traffic>,
}

impl Shared {
    /// A sandbox's world and its record.
    pub(crate) fn new(world: World, traffic: Traffic) -> Self {
        Shared { world: Mutex::new(world), traffic: Mutex::new(traffic) }
    }

    /// The world. A panic under the lock is a bug here, but leaves data that can still be read.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The record of calls.
    pub(crate) fn traffic(&self) -> MutexGuard<'_, Traffic> {
        self.traffic.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A server on a thread of its own, so that it goes on while a test blocks its own thread. Stops when it is dropped, and
/// with it every connection.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts serving on a loopback port; 0 takes a free one.
    pub(crate) fn start(port: u16, shared: Arc<Shared>) -> io::Result<Self> {
        // Std sets SO_REUSEADDR, so that the port can be had again right after a stop.
        let listener = TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new().name("telegram-sandbox".into()).spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    ended = serve(listener, shared.clone()) => {
                        if let Err(error) = ended {
                            log::error!("the sandbox stopped: {error}");
                        }
                    }
                    () = delivery::deliver(shared) => {}
                    _ = stopped => {}
                }
            });
            // The runtime goes here, and closes every connection.
        })?;
        Ok(Server { address, stop: Some(stop), thread: Some(thread) })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // It fails when the server has ended by itself.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the sandbox's thread panicked");
        }
    }
}

async fn serve(listener: TcpListener, shared: Arc<Shared>) -> io::Result<()> {
    let lines = Lines(tokio::net::TcpListener::from_std(listener)?);
    let routes = Router::new()
        .route("/", get(page::index))
        .route("/page/{file}", get(page::file))
        .route("/file/{bot}/{*path}", get(download::file))
        .merge(control::routes())
        .fallback(bot::handle)
        .layer(DefaultBodyLimit::max(limits::REQUEST_BYTES))
        .layer(middleware::from_fn(guard::keep_out_strangers))
        .with_state(shared);
    axum::serve(lines, routes.into_make_service_with_connect_info::<Switch>()).await
}
