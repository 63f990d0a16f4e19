using Portal.Server.Gateway;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>One difference between live and desired, with the thing as it is and as it should be.</summary>
internal abstract record Change(Address Address)
{
    public abstract StepAction Action { get; }

    /// <summary>Null where it does not exist yet.</summary>
    public abstract Spec? Was { get; }

    /// <summary>Null where it shall not exist any more.</summary>
    public abstract Spec? Becomes { get; }

    /// <summary>What differs, member by member; of what is deleted, its address says enough.</summary>
    public IReadOnlyList<DifferenceLine> Lines => Becomes is null ? [] : Difference.Between(Was, Becomes);

    /// <summary>The change as a person reads it in a diff; long values are shortened.</summary>
    public string Text => string.Join('\n', [$"{Action.Sign} {Address}", .. Lines.Select(line => $"  {line}")]);

    internal sealed record Create(Spec After) : Change(After.Address)
    {
        public override StepAction Action => StepAction.Create;

        public override Spec? Was => null;

        public override Spec Becomes => After;
    }

    internal sealed record Update(Spec Before, Spec After) : Change(After.Address)
    {
        public override StepAction Action => StepAction.Update;

        public override Spec Was => Before;

        public override Spec Becomes => After;
    }

    internal sealed record Delete(Spec Before) : Change(Before.Address)
    {
        public override StepAction Action => StepAction.Delete;

        public override Spec Was => Before;

        public override Spec? Becomes => null;
    }
}
