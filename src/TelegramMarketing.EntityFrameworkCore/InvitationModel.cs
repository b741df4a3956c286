using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The tables of invitations and consent.</summary>
internal static class InvitationModel
{
    private const int NameLength = 200;
    private const int AddressLength = 254;
    private const int HashLength = 64;

    public static void Add(ModelBuilder modelBuilder, string? schema)
    {
        AddInvitations(modelBuilder, schema);
        AddEvents(modelBuilder, schema);
        modelBuilder.Entity<IdentityRow>(row =>
        {
            row.ToTable("telegram_consent_identities", schema);
            row.HasKey(identity => new { identity.BotName, identity.Kind, identity.Value, identity.Slot });
            row.Property(identity => identity.BotName).HasMaxLength(NameLength);
            row.Property(identity => identity.Kind).HasConversion<int>();
            row.Property(identity => identity.Value).HasMaxLength(AddressLength);
            row.Property(identity => identity.Slot).HasMaxLength(32);
            row.Property(identity => identity.Text).HasMaxLength(AddressLength);
            row.Ignore(identity => identity.Identity);
            row.HasIndex(identity => new { identity.BotName, identity.Subject }, "IX_telegram_consent_identities_subject");
        });
        modelBuilder.Entity<SuppressionRow>(row =>
        {
            row.ToTable("telegram_consent_suppressions", schema);
            row.HasKey(suppression => new { suppression.BotName, suppression.Hash, suppression.Transport });
            row.Property(suppression => suppression.BotName).HasMaxLength(NameLength);
            row.Property(suppression => suppression.Hash).HasMaxLength(HashLength);
            row.Property(suppression => suppression.Transport).HasMaxLength(NameLength);
            row.Property(suppression => suppression.Reason).HasConversion<int>();
        });
        modelBuilder.Entity<WordingRow>(row =>
        {
            row.ToTable("telegram_consent_wordings", schema);
            row.HasKey(wording => new { wording.BotName, wording.Hash });
            row.Property(wording => wording.BotName).HasMaxLength(NameLength);
            row.Property(wording => wording.Hash).HasMaxLength(HashLength);
        });
        modelBuilder.Entity<LinkToRevokeRow>(row =>
        {
            row.ToTable("telegram_invitation_links_to_revoke", schema);
            row.HasKey(link => new { link.BotName, link.Link });
            row.Property(link => link.BotName).HasMaxLength(NameLength);
            row.Property(link => link.Link).HasMaxLength(NameLength);
            row.HasIndex(link => new { link.BotName, link.DueAt }, "IX_telegram_invitation_links_to_revoke_due");
        });
        modelBuilder.Entity<JoinRequestRow>(row =>
        {
            row.ToTable("telegram_join_requests", schema);
            row.HasKey(request => request.Invitation);
            row.Property(request => request.Invitation).ValueGeneratedNever();
            row.Property(request => request.BotName).HasMaxLength(NameLength);

            // Of an answer and the end of the time, which two processes may see at once, one is first.
            row.Property(request => request.DueAt).IsConcurrencyToken();
            row.Property(request => request.IsOver).IsConcurrencyToken();
            row.HasIndex(request => new { request.BotName, request.DueAt }, "IX_telegram_join_requests_due");
        });
        modelBuilder.Entity<CampaignLinkRow>(row =>
        {
            row.ToTable("telegram_campaign_links", schema);
            row.HasKey(link => link.Id);
            row.Property(link => link.Id).ValueGeneratedNever();
            row.Property(link => link.BotName).HasMaxLength(NameLength);
            row.Property(link => link.Campaign).HasMaxLength(InvitationRequest.MaxNoteLength);
            row.Property(link => link.Address).HasMaxLength(NameLength);
            row.HasIndex(link => new { link.BotName, link.ChannelId, link.Campaign }, "IX_telegram_campaign_links_campaign");
        });
        modelBuilder.Entity<InvitationChannelRow>(row =>
        {
            row.ToTable("telegram_invitation_channels", schema);
            row.HasKey(channel => new { channel.BotName, channel.ChannelId });
            row.Property(channel => channel.BotName).HasMaxLength(NameLength);
        });
    }

    private static void AddInvitations(ModelBuilder modelBuilder, string? schema) => modelBuilder.Entity<InvitationRow>(row =>
    {
        row.ToTable("telegram_invitations", schema);
        row.HasKey(invitation => invitation.Id);
        row.Property(invitation => invitation.Id).ValueGeneratedNever();
        row.Property(invitation => invitation.BotName).HasMaxLength(NameLength);
        row.Property(invitation => invitation.Channel).HasMaxLength(NameLength);
        row.Property(invitation => invitation.Token).HasMaxLength(HashLength);
        row.Property(invitation => invitation.Link).HasConversion<int>();
        row.Property(invitation => invitation.Campaign).HasMaxLength(InvitationRequest.MaxNoteLength);
        row.Property(invitation => invitation.Delivery).HasConversion<int>();
        row.Property(invitation => invitation.State).HasConversion<int>();

        // Of two processes that write an event at once, the second one looks again: what the first one has recorded would be lost otherwise, and what it means for the second one not be seen.
        row.Property(invitation => invitation.Reached).IsConcurrencyToken();
        row.Property(invitation => invitation.Transport).HasMaxLength(NameLength);
        row.Property(invitation => invitation.BouncedBy).HasMaxLength(NameLength);
        row.Property(invitation => invitation.ClaimKey).HasMaxLength(NameLength);
        row.HasIndex(invitation => new { invitation.BotName, invitation.Token }, "IX_telegram_invitations_token").IsUnique();
        row.HasIndex(invitation => new { invitation.BotName, invitation.ClaimKey }, "IX_telegram_invitations_claim").IsUnique();
        row.HasIndex(invitation => new { invitation.BotName, invitation.Subject }, "IX_telegram_invitations_subject");
        row.HasIndex(invitation => new { invitation.BotName, invitation.ChannelId, invitation.Person }, "IX_telegram_invitations_person");
        row.HasIndex(invitation => new { invitation.BotName, invitation.ChannelId, invitation.Campaign, invitation.Delivery, invitation.CreatedAt, invitation.Id }, "IX_telegram_invitations_open");
        row.HasIndex(invitation => new { invitation.BotName, invitation.DeliveryAt }, "IX_telegram_invitations_delivery");
    });

    private static void AddEvents(ModelBuilder modelBuilder, string? schema) => modelBuilder.Entity<ConsentEventRow>(row =>
    {
        row.ToTable("telegram_consent_events", schema);
        row.HasKey(consentEvent => consentEvent.Number);
        row.Property(consentEvent => consentEvent.BotName).HasMaxLength(NameLength);
        row.Property(consentEvent => consentEvent.Kind).HasConversion<int>();
        row.Property(consentEvent => consentEvent.LegalBasis).HasConversion<int?>();
        row.Property(consentEvent => consentEvent.Channel).HasMaxLength(NameLength);
        row.Property(consentEvent => consentEvent.Campaign).HasMaxLength(InvitationRequest.MaxNoteLength);
        row.Property(consentEvent => consentEvent.Transport).HasMaxLength(NameLength);
        row.Property(consentEvent => consentEvent.WordingHash).HasMaxLength(HashLength);
        row.HasIndex(consentEvent => new { consentEvent.Invitation, consentEvent.Kind }, "IX_telegram_consent_events_invitation");
        row.HasIndex(consentEvent => new { consentEvent.BotName, consentEvent.Subject }, "IX_telegram_consent_events_subject");
        row.HasIndex(consentEvent => new { consentEvent.BotName, consentEvent.ChannelId, consentEvent.Kind }, "IX_telegram_consent_events_channel");
    });
}
