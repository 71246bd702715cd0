using CrisisCommand.Platform.Texts;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace CrisisCommand.Platform.Store;

/// <summary>A fold that is also stored as a document, to be listed and filtered: written in the events' own transaction.</summary>
public interface IView<TSelf> : IState<TSelf>
    where TSelf : class, IView<TSelf>
{
    Guid Id { get; }

    static abstract TSelf Begin(Guid id);
}

/// <summary>Runs a view's own <c>After</c> for Marten: an explicit override, since its conventions drop pattern arms (stack.md §14).</summary>
public sealed partial class ViewProjection<TView> : SingleStreamProjection<TView, Guid>
    where TView : class, IView<TView>
{
    public ViewProjection(params Type[] events)
    {
        Name = typeof(TView).Name;
        foreach (var type in events)
        {
            IncludeType(type);
        }
    }

    public override TView Evolve(TView? snapshot, Guid id, IEvent e) => (snapshot ?? TView.Begin(id)).After(StoredFacts.FactOf(e));
}
