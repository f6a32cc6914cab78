// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import static io.github.camelfreshsales.simulator.store.Feature.ACTIVITIES;
import static io.github.camelfreshsales.simulator.store.Feature.BULK_ASSIGN_OWNER;
import static io.github.camelfreshsales.simulator.store.Feature.BULK_DESTROY;
import static io.github.camelfreshsales.simulator.store.Feature.BULK_UPSERT;
import static io.github.camelfreshsales.simulator.store.Feature.CLONE;
import static io.github.camelfreshsales.simulator.store.Feature.CONTACTS;
import static io.github.camelfreshsales.simulator.store.Feature.CONVERT;
import static io.github.camelfreshsales.simulator.store.Feature.CPQ_BULK;
import static io.github.camelfreshsales.simulator.store.Feature.CREATE;
import static io.github.camelfreshsales.simulator.store.Feature.DELETE;
import static io.github.camelfreshsales.simulator.store.Feature.DOCUMENT_ASSOCIATIONS;
import static io.github.camelfreshsales.simulator.store.Feature.FIELDS;
import static io.github.camelfreshsales.simulator.store.Feature.FORGET;
import static io.github.camelfreshsales.simulator.store.Feature.GET;
import static io.github.camelfreshsales.simulator.store.Feature.NAMED_FILTERS;
import static io.github.camelfreshsales.simulator.store.Feature.NOTES;
import static io.github.camelfreshsales.simulator.store.Feature.PLAIN_LIST;
import static io.github.camelfreshsales.simulator.store.Feature.RELATED_PRODUCTS;
import static io.github.camelfreshsales.simulator.store.Feature.RESTORE;
import static io.github.camelfreshsales.simulator.store.Feature.SEARCH;
import static io.github.camelfreshsales.simulator.store.Feature.TEAM;
import static io.github.camelfreshsales.simulator.store.Feature.TIMELINE;
import static io.github.camelfreshsales.simulator.store.Feature.UPDATE;
import static io.github.camelfreshsales.simulator.store.Feature.UPSERT;
import static io.github.camelfreshsales.simulator.store.Feature.VIEWS;
import static io.github.camelfreshsales.simulator.store.ResourceType.resource;

import java.util.List;
import java.util.stream.Stream;

/** The table of resources. The order of attributes is the order of answers. */
public final class ResourceTypes {

    static final ResourceType CONTACTS_TYPE = resource("contacts", "contact", "Contact")
            .supports(
                    CREATE,
                    GET,
                    UPDATE,
                    UPSERT,
                    BULK_UPSERT,
                    BULK_DESTROY,
                    BULK_ASSIGN_OWNER,
                    CLONE,
                    DELETE,
                    FORGET,
                    VIEWS,
                    TEAM,
                    ACTIVITIES,
                    TIMELINE,
                    NOTES,
                    DOCUMENT_ASSOCIATIONS,
                    FIELDS,
                    SEARCH)
            .links(
                    "conversations",
                    "timeline_feeds",
                    "document_associations",
                    "notes",
                    "tasks",
                    "appointments",
                    "reminders",
                    "duplicates",
                    "connections")
            .rules(new PersonRules())
            .attributes("""
                    id!:special first_name last_name display_name!:special avatar! job_title city state zipcode country
                    email:special emails:special=[] time_zone work_number mobile_number address last_seen:time
                    lead_score:number=0 last_contacted:time open_deals_amount!:money won_deals_amount!:money
                    open_deals_count!:number won_deals_count!:number links!:special custom_field:special={}
                    created_at!:special updated_at!:special keyword medium last_contacted_mode! recent_note!
                    last_contacted_via_sales_activity! last_contacted_sales_activity_mode!
                    completed_sales_sequences! active_sales_sequences! web_form_ids! last_assigned_at!:time
                    tags:tags=[] facebook twitter linkedin is_deleted!:special team_user_ids!:list external_id work_email
                    subscription_status:number=1 subscription_types:choices="2;3;5" customer_fit!:number=0
                    record_type_id!="71000000001" whatsapp_subscription_status!:number=2
                    sms_subscription_status!:number=2 last_seen_chat!:time first_seen_chat!:time locale!
                    total_sessions!:number phone_numbers:list=[] sales_accounts:special=[]?sales_accounts
                    owner_id:id?owner creater_id:id?creater updater_id!:id?updater lead_source_id:id?source
                    campaign_id:id?campaign contact_status_id:id?contact_status
                    lifecycle_stage_id:id?lifecycle_stage territory_id:id?territory last_source?-
                    """);

    static final ResourceType SALES_ACCOUNTS = resource("sales_accounts", "sales_account", "SalesAccount")
            .supports(
                    CREATE,
                    GET,
                    UPDATE,
                    UPSERT,
                    BULK_UPSERT,
                    BULK_DESTROY,
                    CLONE,
                    DELETE,
                    FORGET,
                    VIEWS,
                    TEAM,
                    NOTES,
                    CONTACTS,
                    DOCUMENT_ASSOCIATIONS,
                    FIELDS,
                    SEARCH)
            .requires("name")
            .links("conversations", "document_associations", "notes", "tasks", "appointments")
            .rules(new SalesAccountRules())
            .attributes("""
                    id!:special name address city state zipcode country number_of_employees:number
                    annual_revenue:number website owner_id:id phone open_deals_amount!:money open_deals_count!:number
                    won_deals_amount!:money won_deals_count!:number last_contacted!:time last_contacted_mode!
                    facebook twitter linkedin links!:special custom_field:special={} created_at!:special
                    updated_at!:special avatar! parent_sales_account_id:id recent_note!
                    last_contacted_via_sales_activity! last_contacted_sales_activity_mode!
                    completed_sales_sequences! active_sales_sequences! last_assigned_at!:time tags:tags=[]
                    is_deleted!:special team_user_ids!:list has_connections!:boolean=false
                    record_type_id!="71000000002" creater_id!:id?creater updater_id!:id?updater
                    territory_id:id?territory business_type_id:id?business_type industry_type_id:id?industry_type
                    """);

    static final ResourceType DEALS = resource("deals", "deal", "Deal")
            .supports(
                    CREATE,
                    GET,
                    UPDATE,
                    UPSERT,
                    BULK_UPSERT,
                    BULK_DESTROY,
                    CLONE,
                    DELETE,
                    FORGET,
                    VIEWS,
                    TEAM,
                    NOTES,
                    TIMELINE,
                    DOCUMENT_ASSOCIATIONS,
                    FIELDS,
                    SEARCH)
            .requires("name")
            .links("conversations", "document_associations", "notes", "tasks", "appointments")
            .rules(new DealRules())
            .attributes("""
                    id!:special name amount:money base_currency_amount!:special expected_close closed_date
                    stage_updated_time!:time custom_field:special={} probability:number=0 updated_at!:special
                    created_at!:special deal_pipeline_id:id deal_stage_id:id age!:special links!:special recent_note!
                    completed_sales_sequences! active_sales_sequences! web_form_id! upcoming_activities_time!:time
                    collaboration!:object={} last_assigned_at!:time tags!:tags=[]
                    last_contacted_sales_activity_mode! last_contacted_via_sales_activity!
                    expected_deal_value!:special is_deleted!:special team_user_ids!:list rotten_days!:number
                    forecast_category!:number deal_prediction!:number deal_prediction_last_updated_at!:time
                    freddy_forecast_metrics!:object last_deal_prediction!:number has_products!:special avatar!
                    record_type_id!="71000000003"?- products:special=[]?products contact_ids!:list=[]?contacts
                    sales_account_id:id?sales_account owner_id:id?owner creater_id!:id?creater updater_id!:id?updater
                    deal_type_id:id?deal_type deal_reason_id:id?deal_reason deal_product_id:id?deal_product
                    deal_payment_status_id:id?deal_payment_status currency_id:id?currency lead_source_id:id?source
                    campaign_id:id?campaign territory_id:id?territory
                    """);

    static final ResourceType LEADS = resource("leads", "lead", "Lead")
            .supports(
                    CREATE,
                    GET,
                    UPDATE,
                    UPSERT,
                    BULK_UPSERT,
                    BULK_DESTROY,
                    BULK_ASSIGN_OWNER,
                    CLONE,
                    DELETE,
                    FORGET,
                    CONVERT,
                    VIEWS,
                    ACTIVITIES,
                    NOTES,
                    FIELDS,
                    SEARCH)
            .links("conversations", "notes", "tasks", "appointments")
            .rules(new PersonRules())
            .attributes("""
                    id!:special first_name last_name display_name!:special avatar! job_title department city state
                    zipcode country email:special emails:special=[] time_zone work_number mobile_number address
                    last_seen:time lead_score:number=0 last_contacted:time company:object deal:object lead_quality
                    do_not_disturb:boolean=false has_authority:boolean=false links!:special custom_field:special={}
                    created_at!:special updated_at!:special keyword medium recent_note! tags:tags=[] facebook twitter
                    linkedin is_deleted!:special team_user_ids!:list record_type_id!="71000000004" owner_id:id?owner
                    creater_id!:id?creater updater_id!:id?updater lead_source_id:id?source campaign_id:id?campaign
                    lead_stage_id:id?lead_stage lead_reason_id:id?lead_reason territory_id:id?territory
                    """);

    static final ResourceType TASKS = resource("tasks", "task", "Task")
            .supports(CREATE, GET, UPDATE, DELETE, NAMED_FILTERS)
            .deleteAnswers(DeleteResponse.SUCCESS)
            .requires("title", "due_date", "targetable_type", "targetable_id")
            .rules(new ActivityRules())
            .attributes("""
                    id!:special title description status:number=0 due_date:time owner_id:id targetable_type
                    targetable_id:id creater_id!:id updater_id!:id task_type_id:id outcome_id:id created_at!:special
                    updated_at!:special completed_date:time targetables!:special targetables_with_email!:special
                    targetable!:special user_ids!:list=[] has_multiple_emails!:boolean=false
                    is_linkedin_type!:boolean=false
                    """);

    static final ResourceType APPOINTMENTS = resource("appointments", "appointment", "Appointment")
            .supports(CREATE, GET, UPDATE, DELETE, NAMED_FILTERS)
            .deleteAnswers(DeleteResponse.SUCCESS)
            .requires("title", "from_date", "end_date", "targetable_type", "targetable_id")
            .rules(new ActivityRules())
            .attributes("""
                    id!:special title description from_date:time end_date:time is_allday:boolean=false location latitude
                    longitude time_zone outcome_id:id creater_id!:id updater_id!:id targetable_type targetable_id:id
                    created_at!:special updated_at!:special targetables!:special targetable!:special
                    appointment_attendee_ids!:special appointment_attendees!:list?- provider! can_checkin!:boolean=false
                    conference_id!:number checkedin_at!:time
                    """);

    static final ResourceType NOTES_TYPE = resource("notes", "note", "Note")
            .supports(CREATE, UPDATE, DELETE)
            .deleteAnswers(DeleteResponse.SUCCESS)
            .requires("description", "targetable_type", "targetable_id")
            .attributes("""
                    id!:special description html_content!:special creater_id!:id created_at!:special updated_at!:special
                    targetables!:special duration!:number has_access!:boolean=true has_mentions!:boolean=false url!
                    collab_context! targetable_type?- targetable_id:id?- updater_id!:id?-
                    """);

    static final ResourceType SALES_ACTIVITIES = resource("sales_activities", "sales_activity", "SalesActivity")
            .supports(CREATE, GET, UPDATE, DELETE, PLAIN_LIST, FIELDS)
            .deleteAnswers(DeleteResponse.SUCCESS)
            .requires(
                    "sales_activity_type_id",
                    "title",
                    "owner_id",
                    "targetable_type",
                    "targetable_id",
                    "start_date",
                    "end_date")
            .rules(new ActivityRules())
            .attributes("""
                    id!:special title notes location latitude longitude start_date:time end_date:time
                    sales_activity_type_id:id sales_activity_outcome_id:id owner_id:id creater_id!:id updater_id!:id
                    conversation_time:time targetable_type targetable_id:id targetables!:special custom_field:special={}
                    created_at!:special updated_at!:special
                    """);

    static final ResourceType PHONE_CALLS = resource("phone_calls", "phone_call", "PhoneCall")
            .requires("call_direction", "targetable_type", "targetable")
            .rules(new ActivityRules())
            .attributes("""
                    id!:special call_direction:boolean targetable_type targetable_id:id targetable:special
                    note:object?- note_ids!:list=[] user_id!:id creater_id!:id updater_id!:id?- created_at!:special
                    updated_at!:special
                    """);

    static final ResourceType PRODUCTS = resource("products", "product", "Product")
            .path("cpq/products")
            .supports(CREATE, GET, UPDATE, DELETE, CPQ_BULK, RESTORE, PLAIN_LIST)
            .deleteAnswers(DeleteResponse.MSG)
            .requires("name")
            .rules(new ProductRules())
            .attributes("""
                    id!:special name display_name description category sku_number valid_till is_active:boolean=true
                    is_deleted!:special pricing_type:number=1 unit_price:number base_currency_value:number owner_id:id
                    creater_id!:id updater_id!:id created_at!:special updated_at!:special custom_field:special={}
                    product_pricings:special=[]?product_pricings
                    """);

    static final ResourceType CPQ_DOCUMENTS = resource("cpq_documents", "cpq_document", "CpqDocument")
            .path("cpq/cpq_documents")
            .supports(CREATE, GET, UPDATE, DELETE, CPQ_BULK, RESTORE, FORGET, RELATED_PRODUCTS)
            .deleteAnswers(DeleteResponse.MSG)
            .requires("document_type", "deal_id")
            .rules(new ProductRules())
            .attributes("""
                    id!:special document_number!:special document_type display_name stage amount:number
                    base_currency_amount!:special currency_code!="USD" deal_id:id contact_id:id sales_account_id:id
                    owner_id:id valid_till is_deal_primary!:boolean=false has_products!:special
                    has_signatures!:boolean=false is_deleted!:special products:special=[]?products created_at!:special
                    updated_at!:special creater_id!:id updater_id!:id custom_field:special={}
                    """);

    static final ResourceType LISTS = resource("lists", "list", "List")
            .supports(CREATE, UPDATE, PLAIN_LIST)
            .requires("name")
            .attributes("id!:special name creater_id!:id?- updater_id!:id?-");

    /** Suite has no leads. */
    static List<ResourceType> all(boolean classic) {
        List<ResourceType> suite = List.of(
                CONTACTS_TYPE,
                SALES_ACCOUNTS,
                DEALS,
                TASKS,
                APPOINTMENTS,
                NOTES_TYPE,
                SALES_ACTIVITIES,
                PHONE_CALLS,
                PRODUCTS,
                CPQ_DOCUMENTS,
                LISTS);
        if (!classic) {
            return suite;
        }
        return Stream.concat(suite.stream(), Stream.of(LEADS)).toList();
    }

    /** The row of a custom module, which is its own wrapper and list key. */
    public static ResourceType customModule(String entity) {
        return resource(entity, entity, entity)
                .path("custom_module/" + entity)
                .plural(entity)
                .supports(CREATE, GET, UPDATE, BULK_DESTROY, CLONE, DELETE, FORGET, VIEWS, SEARCH)
                .deleteAnswers(DeleteResponse.MESSAGE)
                .attributes("""
                        id!:special name record_type_id!="71000000099" owner_id:id territory_id:id tags:tags=[]
                        custom_field:special={} is_deleted!:special creater_id!:id updater_id!:id created_at!:special
                        updated_at!:special
                        """);
    }

    private ResourceTypes() {}
}
